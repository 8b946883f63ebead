// SPDX-License-Identifier: GPL-2.0-or-later
/* Types, records and fields as libclang gives them, turned into the model's. */
#include <string.h>

#include "source_clang.h"

static const char *spelling_of(struct parser *parser, CXType type)
{
	return take_string(parser, clang_getTypeSpelling(type));
}

static void classify(struct type *type, CXType canonical)
{
	switch (canonical.kind) {
	case CXType_Void:
		type->kind = TYPE_VOID;
		break;
	case CXType_Char_S:
	case CXType_SChar:
		type->is_signed = true;
		/* fall through */
	case CXType_Char_U:
	case CXType_UChar:
		type->is_char = true;
		type->kind = TYPE_INT;
		break;
	case CXType_Bool:
		type->is_bool = true;
		type->kind = TYPE_INT;
		break;
	case CXType_Short:
	case CXType_Int:
	case CXType_Long:
	case CXType_LongLong:
	case CXType_Int128:
		type->is_signed = true;
		/* fall through */
	case CXType_UShort:
	case CXType_UInt:
	case CXType_ULong:
	case CXType_ULongLong:
	case CXType_UInt128:
	case CXType_WChar:
	case CXType_Enum:
		type->kind = TYPE_INT;
		break;
	case CXType_Float:
	case CXType_Double:
	case CXType_LongDouble:
		type->kind = TYPE_FLOAT;
		break;
	case CXType_Pointer:
		type->kind = TYPE_POINTER;
		break;
	case CXType_ConstantArray:
	case CXType_IncompleteArray:
	case CXType_VariableArray:
		type->kind = TYPE_ARRAY;
		break;
	case CXType_Record:
		type->kind = TYPE_RECORD;
		break;
	case CXType_FunctionProto:
	case CXType_FunctionNoProto:
		type->kind = TYPE_FUNCTION;
		break;
	default:
		type->kind = TYPE_OTHER;
	}
	/* Not of a function that takes one. */
	if (strstr(type->spelling, "va_list") && !strchr(type->spelling, '('))
		type->kind = TYPE_OTHER;
}

static void add_parts(struct parser *parser, struct type *type, CXType plain, CXType canonical)
{
	/* Keep typedef names of the parts where the type itself is not one. */
	CXType from = plain.kind == canonical.kind ? plain : canonical;
	int i, count;

	switch (type->kind) {
	case TYPE_POINTER:
		type->elem = type_of(parser, clang_getPointeeType(from));
		type->carries = type->elem->carries || type->elem->kind == TYPE_FUNCTION;
		break;
	case TYPE_ARRAY:
		type->elem = type_of(parser, clang_getArrayElementType(from));
		if (canonical.kind == CXType_ConstantArray)
			type->count = clang_getArraySize(canonical);
		type->carries = type->elem->carries;
		break;
	case TYPE_RECORD:
		type->record = record_of(parser, canonical);
		break;
	case TYPE_FUNCTION:
		type->elem = type_of(parser, clang_getResultType(from));
		type->variadic = canonical.kind == CXType_FunctionProto &&
				 clang_isFunctionTypeVariadic(canonical);
		count = clang_getNumArgTypes(canonical);
		for (i = 0; i < count; i++)
			g_ptr_array_add(type->params, type_of(parser, clang_getArgType(from, i)));
		break;
	default:
		break;
	}
}

struct type *type_of(struct parser *parser, CXType clang)
{
	struct type *type = g_hash_table_lookup(parser->types, clang.data[0]);
	CXType canonical;
	long long size;

	if (type)
		return type;
	canonical = clang_getCanonicalType(clang);
	type = model_alloc(parser->model, sizeof(*type));
	g_hash_table_insert(parser->types, clang.data[0], type);
	type->spelling = spelling_of(parser, clang);
	type->canonical = spelling_of(parser, canonical);
	type->is_const = clang_isConstQualifiedType(canonical);
	classify(type, canonical);
	if (type->kind == TYPE_FUNCTION)
		type->params = model_array(parser->model);
	else if (type->kind != TYPE_VOID) {
		size = clang_Type_getSizeOf(canonical);
		type->size = size > 0 ? size : 0;
	}
	add_parts(parser, type, clang, canonical);
	return type;
}

struct filling {
	struct parser *parser;
	struct record *record;
	guint index;
	bool map_only;		/* another unit has listed the fields already */
};

static enum CXVisitorResult fill_field(CXCursor cursor, CXClientData data)
{
	struct filling *filling = data;
	struct parser *parser = filling->parser;
	struct field *field;
	long long offset;

	if (filling->map_only) {
		if (filling->index >= filling->record->fields->len)
			return CXVisit_Break;
		field = filling->record->fields->pdata[filling->index++];
		g_hash_table_insert(parser->fields, (gpointer)cursor.data[0], field);
		/* The unit's own view of a record in a field by value. */
		type_of(parser, clang_getCursorType(cursor));
		return CXVisit_Continue;
	}
	field = model_alloc(parser->model, sizeof(*field));
	field->name = take_string(parser, clang_getCursorSpelling(cursor));
	/* clang makes up a name for anonymous members: "(anonymous at ...)" */
	if (strchr(field->name, '('))
		field->name = "";
	field->owner = filling->record;
	offset = clang_Cursor_getOffsetOfField(cursor);
	field->bit_offset = offset > 0 ? offset : 0;
	if (clang_Cursor_isBitField(cursor))
		field->bit_width = clang_getFieldDeclBitWidth(cursor);
	field->at = location_of(parser, cursor);
	g_hash_table_insert(parser->fields, (gpointer)cursor.data[0], field);
	g_ptr_array_add(filling->record->fields, field);
	field->type = type_of(parser, clang_getCursorType(cursor));
	field->is_user = field->type->kind == TYPE_POINTER &&
			 declared_with(parser, cursor, "__user");
	field->is_iomem = field->type->kind == TYPE_POINTER &&
			  declared_with(parser, cursor, "__iomem");
	return CXVisit_Continue;
}

/* Records that a record holds by value are wanted with it. */
static enum CXVisitorResult fill_nested(CXCursor cursor, CXClientData data)
{
	struct parser *parser = data;
	CXType type = clang_getCanonicalType(clang_getCursorType(cursor));

	while (type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray)
		type = clang_getCanonicalType(clang_getArrayElementType(type));
	if (type.kind == CXType_Record)
		record_fill(parser, record_of(parser, type), type);
	return CXVisit_Continue;
}

void record_fill(struct parser *parser, struct record *record, CXType type)
{
	struct filling filling = { .parser = parser, .record = record };
	CXCursor declaration = clang_getTypeDeclaration(type);
	gpointer mark = g_hash_table_lookup(parser->fields, declaration.data[0]);

	/* The declaration of a record in the table of fields marks it as filled. */
	if (mark || !record->complete)
		return;
	g_hash_table_insert(parser->fields, (gpointer)declaration.data[0], record);
	filling.map_only = record->fields->len > 0;
	clang_Type_visitFields(type, fill_field, &filling);
	clang_Type_visitFields(type, fill_nested, parser);
}

/* Declared within a function, or within a record that is. */
static bool is_local(CXCursor declaration)
{
	CXCursor parent = clang_getCursorSemanticParent(declaration);

	while (clang_getCursorKind(parent) == CXCursor_StructDecl ||
	       clang_getCursorKind(parent) == CXCursor_UnionDecl)
		parent = clang_getCursorSemanticParent(parent);
	return clang_getCursorKind(parent) == CXCursor_FunctionDecl;
}

static struct record *record_new(struct parser *parser, CXCursor declaration,
				 const char *spelling, struct location at)
{
	struct record *record = model_alloc(parser->model, sizeof(*record));

	record->name = spelling;
	record->is_union = clang_getCursorKind(declaration) == CXCursor_UnionDecl;
	record->fields = model_array(parser->model);
	record->at = at;
	record->in_driver = is_driver_path(parser, at.file);
	record->in_function = is_local(declaration);
	g_ptr_array_add(parser->model->records, record);
	if (*spelling && !g_hash_table_contains(parser->model->record_by_name, spelling))
		g_hash_table_insert(parser->model->record_by_name, (gpointer)spelling, record);
	return record;
}

struct comparison {
	const struct record *record;
	guint index;
	bool differs;
};

static enum CXVisitorResult compare_field(CXCursor cursor, CXClientData data)
{
	struct comparison *comparison = data;
	const struct record *record = comparison->record;
	CXString name = clang_getCursorSpelling(cursor);
	const struct field *field = comparison->index < record->fields->len ?
		record->fields->pdata[comparison->index++] : NULL;

	comparison->differs |= !field ||
		(*field->name && strcmp(field->name, clang_getCString(name))) ||
		(gint64)field->bit_offset != clang_Cursor_getOffsetOfField(cursor);
	clang_disposeString(name);
	return comparison->differs ? CXVisit_Break : CXVisit_Continue;
}

/* Does this file mean another record by a name that another file has given one? */
static bool is_other(struct parser *parser, const struct record *record, CXType type)
{
	struct comparison comparison = { .record = record };
	long long size = clang_Type_getSizeOf(type);
	struct location at = location_of(parser, clang_getTypeDeclaration(type));

	if (!record->complete || size < 0 ||
	    !(record->in_driver || is_driver_path(parser, at.file)))
		return false;
	if ((uint64_t)size != record->size)
		return true;
	if (!record->fields->len || (at.file == record->at.file && at.line == record->at.line))
		return false;
	clang_Type_visitFields(type, compare_field, &comparison);
	return comparison.differs || comparison.index != record->fields->len;
}

/* The record of that key, or, if that is another one, of a key that tells where it is. */
static struct record *known_record(struct parser *parser, char **key, CXType type,
				   struct location at, const struct record **twin)
{
	struct record *record = g_hash_table_lookup(parser->keys, *key);
	char *own;

	if (!record || !is_other(parser, record, type))
		return record;
	*twin = record;
	own = g_strdup_printf("%s@%s:%u:%lld", *key, at.file, at.line, clang_Type_getSizeOf(type));
	g_free(*key);
	*key = own;
	return g_hash_table_lookup(parser->keys, own);
}

struct record *record_of(struct parser *parser, CXType type)
{
	CXType canonical = clang_getUnqualifiedType(clang_getCanonicalType(type));
	CXCursor declaration = clang_getTypeDeclaration(canonical);
	struct record *record = g_hash_table_lookup(parser->records, declaration.data[0]);
	struct location at;
	const struct record *twin = NULL;
	const char *spelling;
	unsigned int offset;
	long long size;
	char *key;

	if (record)
		return record;
	at = location_of(parser, declaration);
	spelling = spelling_of(parser, canonical);
	if (strchr(spelling, '(')) {
		spelling = "";
		/* One macro may expand to several, one within the other. */
		clang_getSpellingLocation(clang_getCursorLocation(declaration), NULL, NULL, NULL,
					  &offset);
		key = g_strdup_printf("record:%s:%u:%u:%u:%d", at.file, at.line, at.column, offset,
				      clang_getCursorKind(declaration));
	} else {
		key = g_strdup_printf("record:%s", spelling);
	}
	record = known_record(parser, &key, canonical, at, &twin);
	if (!record) {
		record = record_new(parser, declaration, spelling, at);
		record->twin = twin;
		g_hash_table_insert(parser->keys, key, record);
	} else {
		g_free(key);
	}
	g_hash_table_insert(parser->records, (gpointer)declaration.data[0], record);
	size = clang_Type_getSizeOf(canonical);
	if (!record->complete && size >= 0) {
		record->complete = true;
		record->size = size;
		record->align = MAX(clang_Type_getAlignOf(canonical), 1);
		record->at = at;
		record->in_driver = is_driver_path(parser, at.file);
	}
	/* A driver's own records are always wanted. */
	if (record->in_driver)
		record_fill(parser, record, canonical);
	return record;
}

struct field *field_of(struct parser *parser, CXCursor cursor)
{
	struct field *field = g_hash_table_lookup(parser->fields, cursor.data[0]);
	CXType type;

	if (field)
		return field;
	type = clang_getCursorType(clang_getCursorSemanticParent(cursor));
	record_fill(parser, record_of(parser, type), clang_getCanonicalType(type));
	return g_hash_table_lookup(parser->fields, cursor.data[0]);
}
