// SPDX-License-Identifier: GPL-2.0-or-later
/* Locations, functions and globals as libclang gives them, turned into the model's. */
#include <string.h>

#include "source_clang.h"

const char *take_string(struct parser *parser, CXString string)
{
	const char *text = clang_getCString(string);
	const char *interned = model_intern(parser->model, text ? text : "");

	clang_disposeString(string);
	return interned;
}

bool is_null_cursor(CXCursor cursor)
{
	return clang_Cursor_isNull(cursor) || clang_isInvalid(clang_getCursorKind(cursor));
}

const char *file_name(struct parser *parser, CXFile file)
{
	const char *name;

	if (!file)
		return NULL;
	name = g_hash_table_lookup(parser->files, file);
	if (!name) {
		name = model_path(parser->model, take_string(parser, clang_getFileName(file)));
		g_hash_table_insert(parser->files, file, (gpointer)name);
	}
	return name;
}

struct location location_of(struct parser *parser, CXCursor cursor)
{
	struct location at;
	CXFile file;

	clang_getExpansionLocation(clang_getCursorLocation(cursor), &file, &at.line, &at.column,
				   NULL);
	at.file = file_name(parser, file);
	return at;
}

unsigned int file_offset(CXSourceLocation location, CXFile *file)
{
	unsigned int offset;

	clang_getFileLocation(location, file, NULL, NULL, &offset);
	return offset;
}

/* Does the text come from a macro's definition (not from an argument of one)? */
bool in_macro_body(CXSourceLocation location)
{
	unsigned int written, spelled;
	CXFile written_file, spelled_file;

	clang_getFileLocation(location, &written_file, NULL, NULL, &written);
	clang_getSpellingLocation(location, &spelled_file, NULL, NULL, &spelled);
	return written != spelled || written_file != spelled_file;
}

bool is_driver_source(const struct parser *parser, const char *path)
{
	guint i;

	for (i = 0; path && i < parser->model->sources->len; i++) {
		const struct source *source = parser->model->sources->pdata[i];

		if (!strcmp(source->path, path))
			return true;
	}
	return false;
}

bool is_driver_path(const struct parser *parser, const char *path)
{
	const char *directory = parser->model->directory;
	size_t length = strlen(directory);

	return path && !strncmp(path, directory, length) && path[length] == '/';
}

/*
 * Drivers include C files, and some write plain functions into headers. Inline
 * functions of headers are not theirs alone, and what the kernel's macros make in
 * a header (events to trace) nobody wrote.
 */
bool is_driver_code(struct parser *parser, CXCursor definition)
{
	const char *path = location_of(parser, definition).file;

	if (is_driver_source(parser, path))
		return true;
	if (!is_driver_path(parser, path) || g_hash_table_contains(parser->model->common, path))
		return false;
	return g_str_has_suffix(path, ".c") ||
		(!clang_Cursor_isFunctionInlined(definition) &&
		 !in_macro_body(clang_getCursorLocation(definition)));
}

/*
 * Is @cursor declared with @word? Words like __user are macros for other tools:
 * nothing of them is left in the syntax tree, so the text is asked.
 */
bool declared_with(struct parser *parser, CXCursor cursor, const char *word)
{
	CXSourceRange range = clang_getCursorExtent(cursor);
	CXFile file = NULL, end_file = NULL;
	unsigned int begin = 0, end = 0;
	const char *text;
	size_t size = 0;

	clang_getExpansionLocation(clang_getRangeStart(range), &file, NULL, NULL, &begin);
	clang_getExpansionLocation(clang_getRangeEnd(range), &end_file, NULL, NULL, &end);
	text = file ? clang_getFileContents(parser->unit, file, &size) : NULL;
	return text && file == end_file && begin < end && end <= size &&
	       memmem(text + begin, end - begin, word, strlen(word));
}

struct parameter *parameter_new(struct parser *parser, CXCursor cursor, const char *fallback)
{
	struct parameter *parameter = model_alloc(parser->model, sizeof(*parameter));

	parameter->name = take_string(parser, clang_getCursorSpelling(cursor));
	parameter->unnamed = !*parameter->name;
	if (parameter->unnamed)
		parameter->name = model_intern(parser->model, fallback);
	parameter->type = type_of(parser, clang_getCursorType(cursor));
	parameter->is_user = parameter->type->kind == TYPE_POINTER &&
			     declared_with(parser, cursor, "__user");
	parameter->at = location_of(parser, cursor);
	return parameter;
}

static void add_params(struct parser *parser, struct function *function, CXCursor cursor)
{
	int i, count = clang_Cursor_getNumArguments(cursor);

	g_ptr_array_set_size(function->params, 0);
	for (i = 0; i < count; i++) {
		struct parameter *parameter;
		char fallback[16];

		g_snprintf(fallback, sizeof(fallback), "a%d", i);
		parameter = parameter_new(parser, clang_Cursor_getArgument(cursor, i), fallback);
		/* elsewhere only a declaration is in sight */
		parameter->unnamed &= function->in_driver;
		g_ptr_array_add(function->params, parameter);
	}
}

/* Does the text between the start of a definition and its body hold @word? */
static bool head_has(const struct source *source, unsigned int begin, unsigned int end,
		     const char *word)
{
	char *head = g_strndup(source->text + begin, end - begin);
	const char *p = head;
	size_t length = strlen(word);
	bool found = false;

	while (!found && (p = strstr(p, word))) {
		found = (p == head || !(g_ascii_isalnum(p[-1]) || p[-1] == '_')) &&
			!(g_ascii_isalnum(p[length]) || p[length] == '_');
		p += length;
	}
	g_free(head);
	return found;
}

static void set_extent(struct parser *parser, struct function *function, CXCursor definition)
{
	struct children children = children_of(definition);
	CXSourceRange whole = clang_getCursorExtent(definition);
	unsigned int head, i;
	CXFile file;

	head = file_offset(clang_getRangeStart(whole), &file);
	clang_getFileLocation(clang_getRangeStart(whole), NULL, &function->first_line, NULL, NULL);
	clang_getFileLocation(clang_getRangeEnd(whole), NULL, &function->last_line, NULL, NULL);
	function->from_macro = in_macro_body(clang_getCursorLocation(definition));
	for (i = 0; i < children.cursors->len; i++) {
		CXCursor child = CHILD(children, i);
		CXSourceRange extent = clang_getCursorExtent(child);

		if (clang_getCursorKind(child) != CXCursor_CompoundStmt)
			continue;
		if (in_macro_body(clang_getRangeStart(extent)))
			function->from_macro = true;
		function->body_begin = file_offset(clang_getRangeStart(extent), &file);
		function->body_end = file_offset(clang_getRangeEnd(extent), &file);
		clang_getFileLocation(clang_getRangeStart(extent), NULL, &function->body_line, NULL,
				      NULL);
	}
	children_clear(&children);
	/* __init and __exit are section attributes, which libclang does not tell. */
	if (function->in_driver && !function->from_macro && head < function->body_begin) {
		const struct source *source = model_source(parser->model, function->file);

		function->is_init = head_has(source, head, function->body_begin, "__init");
		function->is_exit = head_has(source, head, function->body_begin, "__exit");
	}
}

/* A file that the one compiled includes has code of the driver in it. */
static void take_part(struct parser *parser, CXCursor definition)
{
	struct model *model = parser->model;
	struct source *part;
	const char *text;
	unsigned int line;
	CXFile file;

	clang_getExpansionLocation(clang_getCursorLocation(definition), &file, NULL, NULL, NULL);
	part = model_source(model, file_name(parser, file));
	if (part) {
		part->shared |= (part->unit ? part->unit : part) != parser->source;
		return;
	}
	part = g_new0(struct source, 1);
	part->path = file_name(parser, file);
	part->name = part->path + strlen(model->directory) + 1;
	part->flags = g_ptr_array_new();
	part->unit = parser->source;
	line = GPOINTER_TO_UINT(g_hash_table_lookup(parser->inclusions, part->path));
	part->included_at = line ? line : G_MAXUINT;
	text = clang_getFileContents(parser->unit, file, &part->size);
	part->text = g_strndup(text ? text : "", text ? part->size : 0);
	g_ptr_array_add(model->parts, part);
}

static void set_definition(struct parser *parser, struct function *function, CXCursor definition)
{
	struct pending pending = { definition, function };

	function->defined = true;
	function->at = location_of(parser, definition);
	function->file = function->at.file;
	function->in_driver = is_driver_code(parser, definition);
	function->in_header = !function->in_driver;
	if (function->in_driver) {
		function->unit = parser->source;
		take_part(parser, definition);
	}
	function->type = type_of(parser, clang_getCursorType(definition));
	function->is_inline = clang_Cursor_isFunctionInlined(definition) ||
			      (function->file &&
			       g_hash_table_contains(parser->model->common, function->file));
	add_params(parser, function, definition);
	set_extent(parser, function, definition);
	g_array_append_val(parser->pending, pending);
}

static struct function *function_new(struct parser *parser, CXCursor cursor, const char *name)
{
	struct model *model = parser->model;
	struct function *function = model_alloc(model, sizeof(*function));

	function->name = name;
	function->at = location_of(parser, cursor);
	function->type = type_of(parser, clang_getCursorType(cursor));
	function->is_static = clang_Cursor_getStorageClass(cursor) == CX_SC_Static;
	function->params = model_array(model);
	function->calls = model_array(model);
	function->callers = model_array(model);
	function->references = model_array(model);
	function->accesses = model_array(model);
	function->stores = model_array(model);
	function->globals = model_array(model);
	function->raw_pointers = model_array(model);
	function->raw_flows = model_array(model);
	function->raw_uses = model_array(model);
	function->statics = model_array(model);
	function->locals = model_array(model);
	add_params(parser, function, cursor);
	g_ptr_array_add(model->functions, function);
	if (!g_hash_table_contains(model->function_by_name, name))
		g_hash_table_insert(model->function_by_name, (gpointer)name, function);
	return function;
}

/* The kernel's mem* and str* macros end in compiler builtins of the same name. */
static const char *plain_name(struct parser *parser, CXCursor cursor)
{
	const char *name = take_string(parser, clang_getCursorSpelling(cursor));

	if (g_str_has_prefix(name, "__builtin_mem") || g_str_has_prefix(name, "__builtin_str"))
		return model_intern(parser->model, name + strlen("__builtin_"));
	return name;
}

struct function *function_of(struct parser *parser, CXCursor declaration)
{
	CXCursor canonical = clang_getCanonicalCursor(declaration);
	CXCursor definition = clang_getCursorDefinition(declaration);
	struct function *function = g_hash_table_lookup(parser->functions, canonical.data[0]);
	bool has_body = !is_null_cursor(definition);
	const char *name;
	char *key;

	if (function)
		return function;
	name = plain_name(parser, declaration);
	/* Only static functions of the driver's own files can share a name. */
	if (has_body && clang_Cursor_getStorageClass(declaration) == CX_SC_Static &&
	    is_driver_code(parser, definition))
		key = g_strdup_printf("function:%s@%s", name, parser->source->path);
	else
		key = g_strdup_printf("function:%s", name);
	function = g_hash_table_lookup(parser->keys, key);
	if (!function) {
		function = function_new(parser, canonical, name);
		g_hash_table_insert(parser->keys, key, function);
	} else {
		g_free(key);
	}
	g_hash_table_insert(parser->functions, (gpointer)canonical.data[0], function);
	if (has_body && !function->defined)
		set_definition(parser, function, definition);
	return function;
}

struct global *global_of(struct parser *parser, CXCursor declaration)
{
	CXCursor canonical = clang_getCanonicalCursor(declaration);
	CXCursor definition = clang_getCursorDefinition(declaration);
	struct global *global = g_hash_table_lookup(parser->globals, canonical.data[0]);
	bool external = clang_getCursorLinkage(declaration) == CXLinkage_External;
	/* "int x;" after "extern int x;" is only a tentative definition: there is none */
	bool tentative = external && is_null_cursor(definition) &&
		clang_Cursor_getStorageClass(declaration) == CX_SC_None;
	CXCursor best = tentative ? declaration :
		is_null_cursor(definition) ? canonical : definition;
	struct location at;
	const char *name;
	char *key;

	if (global && !(tentative && !global->in_driver))
		return global;
	name = take_string(parser, clang_getCursorSpelling(declaration));
	at = location_of(parser, best);
	key = external ? g_strdup_printf("global:%s", name) :
		g_strdup_printf("global:%s@%s:%u:%u", name, at.file, at.line, at.column);
	global = g_hash_table_lookup(parser->keys, key);
	if (!global) {
		global = model_alloc(parser->model, sizeof(*global));
		global->name = name;
		global->slots = model_array(parser->model);
		global->at = at;
		g_ptr_array_add(parser->model->globals, global);
		g_hash_table_insert(parser->keys, key, global);
		if (!g_hash_table_contains(parser->model->global_by_name, name))
			g_hash_table_insert(parser->model->global_by_name, (gpointer)name, global);
	} else {
		global->several |= !external;
		g_free(key);
	}
	g_hash_table_insert(parser->globals, (gpointer)canonical.data[0], global);
	if (!global->type || tentative || !is_null_cursor(definition)) {
		CXType type = clang_getCursorType(best), element = clang_getCanonicalType(type);

		global->at = at;
		global->type = type_of(parser, type);
		/* "static int x;" is only a tentative definition */
		global->in_driver = is_driver_path(parser, at.file) &&
				    clang_Cursor_getStorageClass(best) != CX_SC_Extern;
		global->is_static = !external;
		global->from_macro = in_macro_body(clang_getCursorLocation(best));
		while (element.kind == CXType_ConstantArray ||
		       element.kind == CXType_IncompleteArray)
			element = clang_getCanonicalType(clang_getArrayElementType(element));
		global->is_const = clang_isConstQualifiedType(element);
		if (element.kind == CXType_Record && global->in_driver)
			record_fill(parser, record_of(parser, element), element);
	}
	return global;
}
