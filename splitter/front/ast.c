// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The border to libclang: what it says of a translation unit, lowered once into the
 * structs of ast.h. Behind each of those stands what it was made from, for the questions
 * that are asked of few (struct *_of).
 */
#include <string.h>

#include "arena.h"
#include "ast_clang.h"
#include "flags.h"

struct ast {
	struct model *model;
	CXIndex index;
	CXTranslationUnit unit;
	GHashTable *files;	/* CXFile -> its name */
	GHashTable *paths;	/* and back */
	GHashTable *types;	/* by the address of clang's */
	GHashTable *decls;
	GPtrArray *stack;	/* children of what is being lowered */
	struct arena memory;	/* of everything given out */
};

struct expr_of {
	struct expr expr;
	CXCursor cursor;
};

struct decl_of {
	struct decl decl;
	CXCursor cursor;
	struct expr *body;	/* or initialiser, once it was asked for */
};

struct ctype_of {
	struct ctype type;
	CXType clang;
};

#define CURSOR(type, object) (((const struct type *)(object))->cursor)

static struct expr *lower_expr(struct ast *ast, CXCursor cursor);
static struct decl *lower_decl(struct ast *ast, CXCursor cursor);

static const char *take_string(struct ast *ast, CXString string)
{
	const char *text = clang_getCString(string);
	const char *interned = model_intern(ast->model, text ? text : "");

	clang_disposeString(string);
	return interned;
}

/* Places */

static const char *file_name(struct ast *ast, CXFile file)
{
	const char *name;

	if (!file)
		return NULL;
	name = g_hash_table_lookup(ast->files, file);
	if (!name) {
		name = model_path(ast->model, take_string(ast, clang_getFileName(file)));
		g_hash_table_insert(ast->files, file, (gpointer)name);
		g_hash_table_insert(ast->paths, (gpointer)name, file);
	}
	return name;
}

const char *ast_text(struct ast *ast, const char *path, size_t *size)
{
	CXFile file = path ? g_hash_table_lookup(ast->paths, path) : NULL;

	return file ? clang_getFileContents(ast->unit, file, size) : NULL;
}

static struct location expanded(struct ast *ast, CXSourceLocation location)
{
	struct location at = { 0 };
	CXFile file;

	clang_getExpansionLocation(location, &file, NULL, NULL, NULL);
	at.line = line_of(location, &at.column);
	at.file = file_name(ast, file);
	return at;
}

struct location ast_at(struct ast *ast, const struct expr *expr)
{
	return expanded(ast, clang_getCursorLocation(CURSOR(expr_of, expr)));
}

struct location ast_begin(struct ast *ast, const struct expr *expr)
{
	return expanded(ast, clang_getRangeStart(clang_getCursorExtent(CURSOR(expr_of, expr))));
}

/* Does the text come from a macro's definition (not from an argument of one)? */
static bool in_macro_body(CXSourceLocation location)
{
	unsigned int written, spelled;
	CXFile written_file, spelled_file;

	clang_getFileLocation(location, &written_file, NULL, NULL, &written);
	clang_getSpellingLocation(location, &spelled_file, NULL, NULL, &spelled);
	return written != spelled || written_file != spelled_file;
}

typedef void where(CXSourceLocation location, CXFile *file, unsigned int *line,
		   unsigned int *column, unsigned int *offset);

static struct span span_of(struct ast *ast, CXCursor cursor, where *where)
{
	CXSourceRange range = clang_getCursorExtent(cursor);
	CXSourceLocation begin = clang_getRangeStart(range);
	struct span span = { .in_macro = in_macro_body(begin) };
	CXFile first, last, spelled;

	clang_getSpellingLocation(begin, &spelled, NULL, NULL, NULL);
	where(begin, &first, NULL, NULL, &span.begin);
	where(clang_getRangeEnd(range), &last, NULL, NULL, &span.end);
	span.first_line = line_of(begin, NULL);
	span.last_line = line_of(clang_getRangeEnd(range), NULL);
	span.file = file_name(ast, first);
	span.spelled = file_name(ast, spelled);
	span.across = file_name(ast, last) != span.file;
	return span;
}

struct span ast_span(struct ast *ast, const struct expr *expr)
{
	return span_of(ast, CURSOR(expr_of, expr), clang_getFileLocation);
}

struct span ast_decl_span(struct ast *ast, const struct decl *declaration, bool expanded)
{
	return span_of(ast, CURSOR(decl_of, declaration),
		       expanded ? clang_getExpansionLocation : clang_getFileLocation);
}

unsigned int ast_spelled_at(const struct decl *declaration)
{
	unsigned int offset;

	clang_getSpellingLocation(clang_getCursorLocation(CURSOR(decl_of, declaration)), NULL,
				  NULL, NULL, &offset);
	return offset;
}

/* Types */

static const struct ctype *lower_type(struct ast *ast, CXType clang);

static void take_params(struct ast *ast, struct ctype *type, CXType from, CXType canonical)
{
	type->variadic = canonical.kind == CXType_FunctionProto &&
			 clang_isFunctionTypeVariadic(canonical);
	type->param_count = MAX(clang_getNumArgTypes(canonical), 0);
	type->params = arena_take(&ast->memory, type->param_count * sizeof(*type->params));
	for (unsigned int i = 0; i < type->param_count; i++)
		type->params[i] = lower_type(ast, clang_getArgType(from, i));
}

static void take_parts(struct ast *ast, struct ctype *type, CXType clang, CXType canonical)
{
	/* Keep typedef names of the parts where the type itself is not one. */
	CXType from = clang.kind == canonical.kind ? clang : canonical;

	switch (type->kind) {
	case TYPE_POINTER:
		type->elem = lower_type(ast, clang_getPointeeType(from));
		break;
	case TYPE_ARRAY:
		type->elem = lower_type(ast, clang_getArrayElementType(from));
		if (canonical.kind == CXType_ConstantArray)
			type->count = clang_getArraySize(canonical);
		break;
	case TYPE_RECORD:
		type->record = lower_decl(ast, clang_getTypeDeclaration(canonical));
		break;
	case TYPE_FUNCTION:
		type->elem = lower_type(ast, clang_getResultType(from));
		take_params(ast, type, from, canonical);
		break;
	default:
		break;
	}
}

static const struct ctype *lower_type(struct ast *ast, CXType clang)
{
	struct ctype_of *known = g_hash_table_lookup(ast->types, clang.data[0]);
	CXType canonical;
	struct ctype *type;

	if (known)
		return &known->type;
	known = arena_take(&ast->memory, sizeof(*known));
	g_hash_table_insert(ast->types, clang.data[0], known);
	known->clang = clang;
	type = &known->type;
	if (clang.kind == CXType_Invalid) {	/* of an assertion, say */
		*type = (struct ctype){ TYPE_OTHER, .size = -1, .spelling = "",
					.canonical = type, .plain = type };
		return type;
	}
	canonical = clang_getCanonicalType(clang);
	type_kind_of(type, canonical.kind);
	type->spelling = take_string(ast, clang_getTypeSpelling(clang));
	type->is_const = clang_isConstQualifiedType(canonical);
	/* That of a builtin's name has none, and libclang would not survive the question. */
	type->size = type->kind == TYPE_FUNCTION || type->kind == TYPE_VOID ||
		canonical.kind == CXType_Unexposed ? -1 : clang_Type_getSizeOf(canonical);
	type->align = type->size < 0 ? 0 : clang_Type_getAlignOf(canonical);
	type->canonical = lower_type(ast, canonical);
	type->plain = lower_type(ast, clang_getUnqualifiedType(canonical));
	take_parts(ast, type, clang, canonical);
	return type;
}

static enum CXVisitorResult take_field(CXCursor cursor, CXClientData data)
{
	struct ast *ast = data;

	g_ptr_array_add(ast->stack, lower_decl(ast, cursor));
	return CXVisit_Continue;
}

GPtrArray *ast_fields(struct ast *ast, const struct ctype *record)
{
	GPtrArray *fields = g_ptr_array_new();
	unsigned int first = ast->stack->len;

	clang_Type_visitFields(((const struct ctype_of *)record->canonical)->clang, take_field,
			       ast);
	for (unsigned int i = first; i < ast->stack->len; i++)
		g_ptr_array_add(fields, ast->stack->pdata[i]);
	g_ptr_array_set_size(ast->stack, first);
	return fields;
}

/* Declarations */

static bool is_null(CXCursor cursor)
{
	return clang_Cursor_isNull(cursor) || clang_isInvalid(clang_getCursorKind(cursor));
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

/* Of a function or a variable: how it is declared, and where else. */
static void take_linkage(struct ast *ast, struct decl *decl, CXCursor cursor)
{
	enum CX_StorageClass storage = clang_Cursor_getStorageClass(cursor);

	decl->is_static = storage == CX_SC_Static;
	decl->is_extern = storage == CX_SC_Extern;
	decl->canonical = lower_decl(ast, clang_getCanonicalCursor(cursor));
	decl->definition = lower_decl(ast, clang_getCursorDefinition(cursor));
	if (decl->kind == DECL_VARIABLE) {
		decl->external = clang_getCursorLinkage(cursor) == CXLinkage_External;
		decl->is_global = clang_Cursor_hasVarDeclGlobalStorage(cursor) == 1;
		return;
	}
	decl->is_inline = clang_Cursor_isFunctionInlined(cursor);
	decl->param_count = MAX(clang_Cursor_getNumArguments(cursor), 0);
	decl->params = arena_take(&ast->memory, decl->param_count * sizeof(*decl->params));
	for (unsigned int i = 0; i < decl->param_count; i++)
		decl->params[i] = lower_decl(ast, clang_Cursor_getArgument(cursor, i));
}

static void take_member(struct ast *ast, struct decl *decl, CXCursor cursor)
{
	decl->owner = lower_type(ast, clang_getCursorType(clang_getCursorSemanticParent(cursor)));
	decl->bit_offset = clang_Cursor_getOffsetOfField(cursor);
	if (clang_Cursor_isBitField(cursor))
		decl->bit_width = clang_getFieldDeclBitWidth(cursor);
}

static struct decl *lower_decl(struct ast *ast, CXCursor cursor)
{
	struct decl_of *known;
	struct decl *decl;

	if (is_null(cursor))
		return NULL;
	known = g_hash_table_lookup(ast->decls, cursor.data[0]);
	if (known)
		return &known->decl;
	known = arena_take(&ast->memory, sizeof(*known));
	g_hash_table_insert(ast->decls, (gpointer)cursor.data[0], known);
	known->cursor = cursor;
	decl = &known->decl;
	decl->kind = decl_kind_of(clang_getCursorKind(cursor));
	decl->name = take_string(ast, clang_getCursorSpelling(cursor));
	decl->at = expanded(ast, clang_getCursorLocation(cursor));
	decl->in_macro = in_macro_body(clang_getCursorLocation(cursor));
	decl->is_definition = clang_isCursorDefinition(cursor);
	decl->type = lower_type(ast, clang_getCursorType(cursor));
	if (decl->kind == DECL_FUNCTION || decl->kind == DECL_VARIABLE)
		take_linkage(ast, decl, cursor);
	else if (decl->kind == DECL_FIELD)
		take_member(ast, decl, cursor);
	else if (decl->kind == DECL_STRUCT || decl->kind == DECL_UNION)
		decl->is_local = is_local(cursor);
	else if (decl->kind == DECL_ENUMERATOR)
		decl->value = clang_getEnumConstantDeclValue(cursor);
	return decl;
}

static enum CXChildVisitResult find_body(CXCursor cursor, CXCursor parent, CXClientData data)
{
	(void)parent;
	if (clang_getCursorKind(cursor) != CXCursor_CompoundStmt)
		return CXChildVisit_Continue;
	*(CXCursor *)data = cursor;
	return CXChildVisit_Break;
}

struct expr *ast_body(struct ast *ast, struct decl *function, struct span *span)
{
	struct decl_of *known = (struct decl_of *)function;

	if (!known->body) {
		CXCursor body = clang_getNullCursor();

		clang_visitChildren(known->cursor, find_body, &body);
		known->body = is_null(body) ? NULL : lower_expr(ast, body);
	}
	if (span && known->body)
		*span = ast_span(ast, known->body);
	return known->body;
}

struct expr *ast_initialiser(struct ast *ast, struct decl *variable)
{
	struct decl_of *known = (struct decl_of *)variable;
	CXCursor value = clang_Cursor_getVarDeclInitializer(known->cursor);

	if (!known->body && !is_null(value))
		known->body = lower_expr(ast, value);
	return known->body;
}

struct attributes {
	struct ast *ast;
	GPtrArray *texts;
};

/* The text of the attribute of a macro is said to end where the macro's name begins. */
static enum CXChildVisitResult take_attribute(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct attributes *attributes = data;
	struct span span;
	const char *text;
	size_t size = 0;

	(void)parent;
	if (!clang_isAttribute(clang_getCursorKind(cursor)))
		return CXChildVisit_Continue;
	span = span_of(attributes->ast, cursor, clang_getExpansionLocation);
	text = ast_text(attributes->ast, span.file, &size);
	while (text && span.begin < span.end && span.end < size && text[span.end - 1] != ')' &&
	       text[span.end] != '\n')
		span.end++;
	if (text && span.begin < span.end && span.end <= size)
		g_ptr_array_add(attributes->texts,
				g_strndup(text + span.begin, span.end - span.begin));
	return CXChildVisit_Continue;
}

GPtrArray *ast_attributes(struct ast *ast, struct decl *declaration)
{
	struct attributes attributes = { ast, g_ptr_array_new_with_free_func(g_free) };

	clang_visitChildren(CURSOR(decl_of, declaration), take_attribute, &attributes);
	return attributes.texts;
}

/* Expressions and statements */

static enum CXChildVisitResult take_child(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct ast *ast = data;

	(void)parent;
	g_ptr_array_add(ast->stack, lower_expr(ast, cursor));
	return CXChildVisit_Continue;
}

static void take_children(struct ast *ast, struct expr *expr, CXCursor cursor)
{
	unsigned int first = ast->stack->len;

	clang_visitChildren(cursor, take_child, ast);
	expr->count = ast->stack->len - first;
	expr->children = arena_take(&ast->memory, expr->count * sizeof(*expr->children));
	if (expr->count)
		memcpy(expr->children, ast->stack->pdata + first,
		       expr->count * sizeof(*expr->children));
	g_ptr_array_set_size(ast->stack, first);
}

static void take_variable(struct ast *ast, struct expr *expr, CXCursor cursor)
{
	CXCursor value = clang_Cursor_getVarDeclInitializer(cursor);

	expr->decl = lower_decl(ast, cursor);
	if (is_null(value))
		return;
	expr->count = 1;
	expr->children = arena_take(&ast->memory, sizeof(*expr->children));
	expr->children[0] = lower_expr(ast, value);
}

static struct expr *lower_expr(struct ast *ast, CXCursor cursor)
{
	enum CXCursorKind kind = clang_getCursorKind(cursor);
	struct expr_of *known = arena_take(&ast->memory, sizeof(*known));
	struct expr *expr = &known->expr;

	known->cursor = cursor;
	expr->kind = expr_kind_of(kind);
	if (expr->kind == STMT_VARIABLE) {
		take_variable(ast, expr, cursor);
		return expr;
	}
	/* of a statement one of no kind */
	expr->type = lower_type(ast, clang_getCursorType(cursor));
	if (expr->kind == EXPR_UNARY)
		expr->op = unary_op_of(clang_getCursorUnaryOperatorKind(cursor));
	else if (expr->kind == EXPR_BINARY)
		expr->op = binary_op_of(clang_getCursorBinaryOperatorKind(cursor));
	else if (expr->kind == EXPR_NAME || expr->kind == EXPR_MEMBER ||
		 expr->kind == EXPR_FIELD_NAME || expr->kind == EXPR_CALL)
		expr->decl = lower_decl(ast, clang_getCursorReferenced(cursor));
	take_children(ast, expr, cursor);
	/* libclang has one kind for implicit casts and for all it has no kind for. */
	if (expr->kind == EXPR_OPAQUE && expr->count) {
		const CXCursor *first = &CURSOR(expr_of, expr->children[0]);

		expr->within = clang_equalRanges(clang_getCursorExtent(cursor),
						 clang_getCursorExtent(*first));
		if (expr->within && expr->count == 1)
			expr->kind = EXPR_IMPLICIT;
	}
	return expr;
}

bool ast_value(const struct expr *expr, int64_t *value)
{
	CXEvalResult result = clang_Cursor_Evaluate(CURSOR(expr_of, expr));
	bool integer = result && clang_EvalResult_getKind(result) == CXEval_Int;

	if (integer)
		*value = clang_EvalResult_getAsLongLong(result);
	if (result)
		clang_EvalResult_dispose(result);
	return integer;
}

/* Translation units */

struct declarations {
	struct ast *ast;
	bool (*wanted)(const char *path, void *data);
	void (*take)(struct decl *declaration, void *data);
	void *data;
};

static enum CXChildVisitResult take_declaration(CXCursor cursor, CXCursor parent,
						CXClientData data)
{
	struct declarations *declarations = data;
	struct ast *ast = declarations->ast;
	/* Names that a macro pastes together are not written in any file. */
	const char *path = expanded(ast, clang_getCursorLocation(cursor)).file;

	(void)parent;
	if (declarations->wanted(path, declarations->data))
		declarations->take(lower_decl(ast, cursor), declarations->data);
	return CXChildVisit_Continue;
}

void ast_declarations(struct ast *ast, bool (*wanted)(const char *path, void *data),
		      void (*take)(struct decl *declaration, void *data), void *data)
{
	struct declarations declarations = { ast, wanted, take, data };

	clang_visitChildren(clang_getTranslationUnitCursor(ast->unit), take_declaration,
			    &declarations);
}

struct inclusions {
	struct ast *ast;
	void (*take)(const struct inclusion *inclusion, void *data);
	void *data;
};

static void take_inclusion(CXFile file, CXSourceLocation *stack, unsigned int depth,
			   CXClientData data)
{
	struct inclusions *inclusions = data;
	struct ast *ast = inclusions->ast;
	struct inclusion inclusion = { .depth = depth };
	struct location at;
	CXFile includer;

	if (!depth)
		return;
	inclusion.path = file_name(ast, file);
	at = expanded(ast, stack[depth - 1]);
	inclusion.main = at.file;
	inclusion.line = at.line;
	clang_getExpansionLocation(stack[0], &includer, NULL, NULL, &inclusion.offset);
	inclusion.includer = file_name(ast, includer);
	inclusion.guarded = clang_isFileMultipleIncludeGuarded(ast->unit, file);
	inclusions->take(&inclusion, inclusions->data);
}

void ast_inclusions(struct ast *ast, void (*take)(const struct inclusion *inclusion, void *data),
		    void *data)
{
	struct inclusions inclusions = { ast, take, data };

	clang_getInclusions(ast->unit, take_inclusion, &inclusions);
}

static void tell_errors(struct ast *ast, ast_error *error)
{
	unsigned int count = clang_getNumDiagnostics(ast->unit);

	for (unsigned int i = 0; i < count; i++) {
		CXDiagnostic diagnostic = clang_getDiagnostic(ast->unit, i);
		struct location at;

		if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error) {
			at = expanded(ast, clang_getDiagnosticLocation(diagnostic));
			error(ast->model, &at,
			      take_string(ast, clang_getDiagnosticSpelling(diagnostic)));
		}
		clang_disposeDiagnostic(diagnostic);
	}
}

struct ast *ast_parse(struct model *model, struct source *source, ast_error *error)
{
	GPtrArray *argv = flags_for_clang(source, model->overlay, model->rewritten);
	struct ast *ast = g_new0(struct ast, 1);
	struct location at = { .file = source->path };
	enum CXErrorCode code;

	ast->model = model;
	ast->files = g_hash_table_new(NULL, NULL);
	ast->paths = g_hash_table_new(NULL, NULL);
	ast->types = g_hash_table_new(NULL, NULL);
	ast->decls = g_hash_table_new(NULL, NULL);
	ast->stack = g_ptr_array_new();
	arena_init(&ast->memory);
	ast->index = clang_createIndex(0, 0);
	code = clang_parseTranslationUnit2(ast->index, source->path,
					   (const char *const *)argv->pdata, argv->len, NULL, 0,
					   CXTranslationUnit_None, &ast->unit);
	g_ptr_array_unref(argv);
	if (code != CXError_Success) {
		error(model, &at, "clang cannot read this file");
		ast_free(ast);
		return NULL;
	}
	tell_errors(ast, error);
	return ast;
}

void ast_free(struct ast *ast)
{
	if (!ast)
		return;
	if (ast->unit)
		clang_disposeTranslationUnit(ast->unit);
	clang_disposeIndex(ast->index);
	g_hash_table_unref(ast->files);
	g_hash_table_unref(ast->paths);
	g_hash_table_unref(ast->types);
	g_hash_table_unref(ast->decls);
	g_ptr_array_unref(ast->stack);
	arena_clear(&ast->memory);
	g_free(ast);
}
