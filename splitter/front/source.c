// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The driver's source, parsed by libclang and walked: first the file's own
 * declarations, then the header inlines that they reach. Declarations of headers
 * are read only where something refers to them; that keeps it fast.
 */
#include <string.h>

#include "diag.h"
#include "flags.h"
#include "source.h"
#include "source_clang.h"

/* What to do about a diagnostic of clang's, as far as it is ours to know. */
static const char *advice(const struct model *model, const char *text)
{
	g_auto(GStrv) quoted = g_strsplit(text, "'", 3);
	g_autofree char *header = quoted[0] && quoted[1] ? g_path_get_basename(quoted[1]) : NULL;

	if (header && strstr(text, "file not found") && g_hash_table_contains(model->made, header))
		return "; a rule of the Kbuild makes it: build the driver once, for instance by "
		       "make -C KDIR M=DRIVER_DIR, then split";
	if (strstr(text, "function definition is not allowed here"))
		return ": a function within a function, an extension of GCC that clang does not "
		       "take; move it out of the function, and pass what it uses of it";
	return "";
}

static void report(const struct model *model, CXTranslationUnit unit)
{
	unsigned int i, count = clang_getNumDiagnostics(unit);

	for (i = 0; i < count; i++) {
		CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
		enum CXDiagnosticSeverity severity = clang_getDiagnosticSeverity(diagnostic);
		CXString text = clang_getDiagnosticSpelling(diagnostic), name = { 0 };
		struct location at = { 0 };
		CXFile file;

		if (severity >= CXDiagnostic_Error) {
			clang_getExpansionLocation(clang_getDiagnosticLocation(diagnostic), &file,
						   &at.line, &at.column, NULL);
			if (file) {
				name = clang_getFileName(file);
				at.file = clang_getCString(name);
			}
			diag_error(&at, "%s%s", clang_getCString(text),
				   advice(model, clang_getCString(text)));
			if (file)
				clang_disposeString(name);
		}
		clang_disposeString(text);
		clang_disposeDiagnostic(diagnostic);
	}
}

static bool parse_unit(struct parser *parser, CXIndex index)
{
	GPtrArray *argv = flags_for_clang(parser->source, parser->model->overlay);
	struct location at = { .file = parser->source->path };
	enum CXErrorCode code;
	unsigned int errors = diag_errors();

	code = clang_parseTranslationUnit2(index, parser->source->path,
					   (const char *const *)argv->pdata, argv->len, NULL, 0,
					   CXTranslationUnit_None, &parser->unit);
	g_ptr_array_unref(argv);
	if (code != CXError_Success) {
		diag_error(&at, "clang cannot read this file");
		return false;
	}
	report(parser->model, parser->unit);
	return diag_errors() == errors;
}

/* Walk the bodies of what function_of() found defined, and of what those reach. */
static void walk_pending(struct parser *parser)
{
	guint i, j;

	for (i = 0; i < parser->pending->len; i++) {
		struct pending pending = g_array_index(parser->pending, struct pending, i);
		struct children children = children_of(pending.definition);

		for (j = 0; j < children.cursors->len; j++) {
			CXCursor child = CHILD(children, j);

			if (clang_getCursorKind(child) == CXCursor_CompoundStmt)
				walk_body(parser, pending.function, child);
		}
		children_clear(&children);
	}
	g_array_set_size(parser->pending, 0);
}

static void take_variable(struct parser *parser, CXCursor cursor)
{
	struct global *global;
	CXCursor initialiser;

	if (clang_Cursor_getStorageClass(cursor) == CX_SC_Extern)
		return;
	global = global_of(parser, cursor);
	initialiser = clang_Cursor_getVarDeclInitializer(cursor);
	if (!is_null_cursor(initialiser))
		walk_initialiser(parser, NULL, global, initialiser, clang_getCursorType(cursor));
}

/* Within a declaration, an enum that includes its values, say, nothing may be declared. */
static void take_lines(struct parser *parser, CXCursor cursor)
{
	CXSourceRange extent = clang_getCursorExtent(cursor);
	struct source *source = parser->source;
	unsigned int first, last;
	CXFile begin, end;

	clang_getExpansionLocation(clang_getRangeStart(extent), &begin, &first, NULL, NULL);
	clang_getExpansionLocation(clang_getRangeEnd(extent), &end, &last, NULL, NULL);
	if (first >= last || file_name(parser, begin) != source->path ||
	    file_name(parser, end) != source->path)
		return;
	g_ptr_array_add(source->inner, GUINT_TO_POINTER(first));
	g_ptr_array_add(source->inner, GUINT_TO_POINTER(last));
}

static enum CXChildVisitResult take_declaration(CXCursor cursor, CXCursor parent,
						CXClientData data)
{
	struct parser *parser = data;
	/* Names that a macro pastes together are not written in any file. */
	const char *path = location_of(parser, cursor).file;
	bool own = path == parser->source->path;

	if (!own && !is_driver_path(parser, path))
		return CXChildVisit_Continue;
	if (own)
		take_lines(parser, cursor);
	switch (clang_getCursorKind(cursor)) {
	case CXCursor_FunctionDecl:
		if (clang_isCursorDefinition(cursor) && is_driver_code(parser, cursor))
			function_of(parser, cursor);
		break;
	case CXCursor_VarDecl:
		take_variable(parser, cursor);
		break;
	case CXCursor_StructDecl:
	case CXCursor_UnionDecl:
		/* Of headers, those are read that something refers to. */
		if (own && clang_isCursorDefinition(cursor))
			record_of(parser, clang_getCursorType(cursor));
		break;
	default:
		break;
	}
	return CXChildVisit_Continue;
}

/* How the #include at @at names @path: as it stands there, unless a macro says it. */
static const char *spelled(struct parser *parser, CXSourceLocation at, const char *path)
{
	g_autofree char *text = NULL;
	const char *p, *end = NULL;
	unsigned int offset;
	CXFile file;
	size_t size;

	clang_getExpansionLocation(at, &file, NULL, NULL, &offset);
	p = clang_getFileContents(parser->unit, file, &size);
	p = p && offset < size ? memchr(p + offset, '<', strcspn(p + offset, "\"\n")) : NULL;
	end = p ? memchr(p, '>', strcspn(p, "\n")) : NULL;
	text = end ? g_strndup(p, end + 1 - p) : g_strdup_printf("\"%s\"", path);
	return model_intern(parser->model, text);
}

/*
 * A header from outside that the driver includes, be it by a header of its own. One that
 * is made to be read twice may mean something else each time: it stays where it is.
 */
static void take_outside(struct parser *parser, CXFile file, CXSourceLocation *stack,
			 unsigned int depth, unsigned int line)
{
	const char *text = spelled(parser, stack[0], file_name(parser, file));
	GPtrArray *outside = parser->source->outside;
	CXFile includer;

	clang_getExpansionLocation(stack[0], &includer, NULL, NULL, NULL);
	if (depth > 1 && !is_driver_path(parser, file_name(parser, includer)))
		return;
	if ((depth > 1 || *text != '<') && !clang_isFileMultipleIncludeGuarded(parser->unit, file))
		return;
	g_ptr_array_add(outside, GUINT_TO_POINTER(line));
	g_ptr_array_add(outside, (gpointer)text);
}

static void take_inclusion(CXFile file, CXSourceLocation *stack, unsigned int depth,
			   CXClientData data)
{
	struct parser *parser = data;
	const char *path = file_name(parser, file), *name;
	unsigned int line;
	CXFile main;
	bool here;

	if (!depth)
		return;
	clang_getExpansionLocation(stack[depth - 1], &main, &line, NULL, NULL);
	here = file_name(parser, main) == parser->source->path;	/* not what -include names */
	if (here && depth == 1)
		g_ptr_array_add(parser->source->active, GUINT_TO_POINTER(line));
	if (here && !is_driver_path(parser, path))
		take_outside(parser, file, stack, depth, line);
	if (!is_driver_path(parser, path))
		return;
	if (!g_hash_table_contains(parser->inclusions, path))
		g_hash_table_insert(parser->inclusions, (gpointer)path, GUINT_TO_POINTER(line));
	name = path + strlen(parser->model->directory) + 1;
	if (!g_ptr_array_find_with_equal_func(parser->model->headers, name, g_str_equal, NULL))
		g_ptr_array_add(parser->model->headers, (gpointer)name);
}

/* Records that parameters of the driver's functions point at are wanted whole. */
static void fill_parameters(struct parser *parser, CXCursor definition)
{
	int i, count = clang_Cursor_getNumArguments(definition);

	for (i = 0; i < count; i++) {
		CXType type = clang_getCursorType(clang_Cursor_getArgument(definition, i));

		type = clang_getCanonicalType(type);
		if (type.kind != CXType_Pointer)
			continue;
		type = clang_getUnqualifiedType(clang_getCanonicalType(clang_getPointeeType(type)));
		if (type.kind == CXType_Record)
			record_fill(parser, record_of(parser, type), type);
	}
}

static bool parse_source(struct parser *parser, CXIndex index)
{
	guint i;

	if (!parse_unit(parser, index))
		return false;
	clang_getInclusions(parser->unit, take_inclusion, parser);
	take_aliases(parser);
	clang_visitChildren(clang_getTranslationUnitCursor(parser->unit), take_declaration, parser);
	for (i = 0; i < parser->pending->len; i++) {
		struct pending *pending = &g_array_index(parser->pending, struct pending, i);

		if (pending->function->in_driver)
			fill_parameters(parser, pending->definition);
	}
	walk_pending(parser);
	return true;
}

static void parser_init(struct parser *parser, struct model *model, GHashTable *keys)
{
	memset(parser, 0, sizeof(*parser));
	parser->model = model;
	parser->keys = keys;
	parser->types = g_hash_table_new(NULL, NULL);
	parser->records = g_hash_table_new(NULL, NULL);
	parser->fields = g_hash_table_new(NULL, NULL);
	parser->functions = g_hash_table_new(NULL, NULL);
	parser->globals = g_hash_table_new(NULL, NULL);
	parser->locals = g_hash_table_new(NULL, NULL);
	parser->raw_locals = g_hash_table_new(NULL, NULL);
	parser->raw_calls = g_hash_table_new(NULL, NULL);
	parser->files = g_hash_table_new(NULL, NULL);
	parser->inclusions = g_hash_table_new(g_str_hash, g_str_equal);
	parser->pending = g_array_new(FALSE, FALSE, sizeof(struct pending));
}

static void parser_clear(struct parser *parser)
{
	if (parser->unit)
		clang_disposeTranslationUnit(parser->unit);
	g_hash_table_unref(parser->types);
	g_hash_table_unref(parser->records);
	g_hash_table_unref(parser->fields);
	g_hash_table_unref(parser->functions);
	g_hash_table_unref(parser->globals);
	g_hash_table_unref(parser->locals);
	g_hash_table_unref(parser->raw_locals);
	g_hash_table_unref(parser->raw_calls);
	g_hash_table_unref(parser->files);
	g_hash_table_unref(parser->inclusions);
	g_array_unref(parser->pending);
}

static bool parse_all(struct model *model)
{
	CXIndex index = clang_createIndex(0, 0);
	GHashTable *keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	bool ok = true;
	guint i;

	for (i = 0; i < model->sources->len; i++) {
		struct parser parser;

		parser_init(&parser, model, keys);
		parser.source = model->sources->pdata[i];
		parser.source->inner = model_array(model);
		parser.source->active = model_array(model);
		parser.source->outside = model_array(model);
		parser.source->late = model_array(model);
		ok &= parse_source(&parser, index);
		parser_clear(&parser);
	}
	g_hash_table_unref(keys);
	clang_disposeIndex(index);
	return ok;
}

/* Nobody but the file that includes them can name its functions, and they are only called. */
static bool all_plain(const struct model *model, const char *path)
{
	guint i;

	for (i = 0; i < model->functions->len; i++) {
		const struct function *function = model->functions->pdata[i];

		if (function->defined && !g_strcmp0(function->file, path) &&
		    (!function->is_static || function->references->len))
			return false;
	}
	return true;
}

/*
 * There can be but one text of a file that several include: no function of it can be
 * taken out of a half. What it defines then counts as inlines do.
 */
static bool find_common(struct model *model)
{
	bool found = false;
	guint i;

	for (i = 0; i < model->parts->len; i++) {
		const struct source *part = model->parts->pdata[i];

		if (part->shared && !strstr(part->name, "../") && all_plain(model, part->path))
			found |= g_hash_table_add(model->common,
						  (gpointer)model_intern(model, part->path));
	}
	return found;
}

bool source_parse(struct model *model)
{
	bool ok = parse_all(model);

	if (ok && find_common(model)) {
		model_forget(model);
		ok = parse_all(model);
	}
	if (ok)
		model_finish(model);
	return ok;
}
