// SPDX-License-Identifier: GPL-2.0-or-later
/* Types, records and fields as libclang gives them, turned into the model's. */
#include <inttypes.h>
#include <string.h>

#include "source_walk.h"

static void add_parts(struct parser *parser, struct type *type, const struct ctype *from)
{
	switch (type->kind) {
	case TYPE_POINTER:
		type->elem = type_of(parser, from->elem);
		type->carries = type->elem->carries || type->elem->kind == TYPE_FUNCTION;
		break;
	case TYPE_ARRAY:
		type->elem = type_of(parser, from->elem);
		type->count = from->count;
		type->carries = type->elem->carries;
		break;
	case TYPE_RECORD:
		type->record = record_of(parser, from);
		break;
	case TYPE_FUNCTION:
		type->elem = type_of(parser, from->elem);
		type->variadic = from->variadic;
		for (unsigned int i = 0; i < from->param_count; i++)
			g_ptr_array_add(type->params, type_of(parser, from->params[i]));
		break;
	default:
		break;
	}
}

struct type *type_of(struct parser *parser, const struct ctype *from)
{
	struct type *type = g_hash_table_lookup(parser->types, from);

	if (type)
		return type;
	type = model_alloc(parser->model, sizeof(*type));
	g_hash_table_insert(parser->types, (gpointer)from, type);
	type->spelling = from->spelling;
	type->canonical = from->canonical->spelling;
	type->is_const = from->is_const;
	type->kind = from->kind;
	type->is_signed = from->is_signed;
	type->is_char = from->is_char;
	type->is_bool = from->is_bool;
	/* Not of a function that takes one. */
	if (strstr(type->spelling, "va_list") && !strchr(type->spelling, '('))
		type->kind = TYPE_OTHER;
	if (type->kind == TYPE_FUNCTION)
		type->params = model_array(parser->model);
	else if (type->kind != TYPE_VOID)
		type->size = from->size > 0 ? from->size : 0;
	add_parts(parser, type, from);
	return type;
}

/* Another unit may have listed the fields already: then this unit's are those. */
static void fill_field(struct parser *parser, struct record *record, const struct decl *member)
{
	struct field *field = model_alloc(parser->model, sizeof(*field));

	/* clang makes up a name for anonymous members: "(anonymous at ...)" */
	field->name = strchr(member->name, '(') ? "" : member->name;
	field->owner = record;
	field->bit_offset = member->bit_offset > 0 ? member->bit_offset : 0;
	field->bit_width = member->bit_width;
	field->at = member->at;
	g_hash_table_insert(parser->fields, (gpointer)member, field);
	g_ptr_array_add(record->fields, field);
	field->type = type_of(parser, member->type);
	field->is_user = field->type->kind == TYPE_POINTER &&
			 declared_with(parser, member, "__user");
	field->is_iomem = field->type->kind == TYPE_POINTER &&
			  declared_with(parser, member, "__iomem");
}

/* Records that a record holds by value are wanted with it. */
static void fill_nested(struct parser *parser, const struct decl *member)
{
	const struct ctype *type = member->type->canonical;

	while (type->kind == TYPE_ARRAY)
		type = type->elem->canonical;
	if (type->kind == TYPE_RECORD)
		record_fill(parser, record_of(parser, type), type);
}

void record_fill(struct parser *parser, struct record *record, const struct ctype *type)
{
	g_autoptr(GPtrArray) members = NULL;
	bool listed = record->fields->len > 0;

	/* The declaration of a record in the table of fields marks it as filled. */
	if (!record->complete || g_hash_table_contains(parser->fields, type->record))
		return;
	g_hash_table_insert(parser->fields, type->record, record);
	members = ast_fields(parser->ast, type);
	for (guint i = 0; i < members->len; i++) {
		const struct decl *member = members->pdata[i];

		if (!listed) {
			fill_field(parser, record, member);
		} else if (i < record->fields->len) {
			g_hash_table_insert(parser->fields, (gpointer)member,
					    record->fields->pdata[i]);
			/* The unit's own view of a record in a field by value. */
			type_of(parser, member->type);
		}
	}
	for (guint i = 0; i < members->len; i++)
		fill_nested(parser, members->pdata[i]);
}

static struct record *record_new(struct parser *parser, const struct decl *declaration,
				 const char *spelling)
{
	struct record *record = model_alloc(parser->model, sizeof(*record));

	record->name = spelling;
	record->is_union = declaration->kind == DECL_UNION;
	record->fields = model_array(parser->model);
	record->at = declaration->at;
	record->in_driver = is_driver_path(parser, declaration->at.file);
	record->in_function = declaration->is_local;
	g_ptr_array_add(parser->model->records, record);
	if (*spelling && !g_hash_table_contains(parser->model->record_by_name, spelling))
		g_hash_table_insert(parser->model->record_by_name, (gpointer)spelling, record);
	return record;
}

/* Are the fields of @type those of a record that another file has given the name? */
static bool same_fields(struct parser *parser, const struct record *record,
			const struct ctype *type)
{
	g_autoptr(GPtrArray) members = ast_fields(parser->ast, type);

	if (members->len != record->fields->len)
		return false;
	for (guint i = 0; i < members->len; i++) {
		const struct field *field = record->fields->pdata[i];
		const struct decl *member = members->pdata[i];

		if ((*field->name && strcmp(field->name, member->name)) ||
		    (int64_t)field->bit_offset != member->bit_offset)
			return false;
	}
	return true;
}

/* Does this file mean another record by a name that another file has given one? */
static bool is_other(struct parser *parser, const struct record *record,
		     const struct ctype *type)
{
	struct location at = type->record->at;

	if (!record->complete || type->size < 0 ||
	    !(record->in_driver || is_driver_path(parser, at.file)))
		return false;
	if ((uint64_t)type->size != record->size)
		return true;
	if (!record->fields->len || (at.file == record->at.file && at.line == record->at.line))
		return false;
	return !same_fields(parser, record, type);
}

/* The record of that key, or, if that is another one, of a key that tells where it is. */
static struct record *known_record(struct parser *parser, char **key,
				   const struct ctype *type, const struct record **twin)
{
	struct record *record = g_hash_table_lookup(parser->keys, *key);
	char *own;

	if (!record || !is_other(parser, record, type))
		return record;
	*twin = record;
	own = g_strdup_printf("%s@%s:%u:%" PRId64, *key, type->record->at.file,
			      type->record->at.line, type->size);
	g_free(*key);
	*key = own;
	return g_hash_table_lookup(parser->keys, own);
}

/* What records of different units are one by: the name, else the place. */
static char *record_key(const struct decl *declaration, const char *spelling)
{
	const struct location *at = &declaration->at;

	if (*spelling)
		return g_strdup_printf("record:%s", spelling);
	/* One macro may expand to several, one within the other. */
	return g_strdup_printf("record:%s:%u:%u:%u:%d", at->file, at->line, at->column,
			       ast_spelled_at(declaration), declaration->kind);
}

struct record *record_of(struct parser *parser, const struct ctype *type)
{
	const struct ctype *plain = type->plain;
	struct decl *declaration = plain->record;
	struct record *record = g_hash_table_lookup(parser->records, declaration);
	const char *spelling = strchr(plain->spelling, '(') ? "" : plain->spelling;
	const struct record *twin = NULL;
	char *key;

	if (record)
		return record;
	key = record_key(declaration, spelling);
	record = known_record(parser, &key, plain, &twin);
	if (!record) {
		record = record_new(parser, declaration, spelling);
		record->twin = twin;
		g_hash_table_insert(parser->keys, key, record);
	} else {
		g_free(key);
	}
	g_hash_table_insert(parser->records, declaration, record);
	if (!record->complete && plain->size >= 0) {
		record->complete = true;
		record->size = plain->size;
		record->align = MAX(plain->align, 1);
		record->at = declaration->at;
		record->in_driver = is_driver_path(parser, declaration->at.file);
	}
	/* A driver's own records are always wanted. */
	if (record->in_driver)
		record_fill(parser, record, plain);
	return record;
}

struct field *field_of(struct parser *parser, const struct decl *member)
{
	struct field *field = g_hash_table_lookup(parser->fields, member);

	if (field)
		return field;
	record_fill(parser, record_of(parser, member->owner), member->owner);
	return g_hash_table_lookup(parser->fields, member);
}
