// SPDX-License-Identifier: GPL-2.0-or-later
/* Functions and globals as they are declared, turned into the model's. */
#include <string.h>

#include "source_walk.h"

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
bool is_driver_code(struct parser *parser, const struct decl *definition)
{
	const char *path = definition->at.file;

	if (is_driver_source(parser, path))
		return true;
	if (!is_driver_path(parser, path) || g_hash_table_contains(parser->model->common, path))
		return false;
	return g_str_has_suffix(path, ".c") ||
		(!definition->is_inline && !definition->in_macro);
}

/*
 * Is something declared with @word? Words like __user are macros for other tools:
 * nothing of them is left in the syntax tree, so the text is asked.
 */
bool declared_with(struct parser *parser, const struct decl *declaration, const char *word)
{
	struct span span = ast_decl_span(parser->ast, declaration, true);
	size_t size = 0;
	const char *text = ast_text(parser->ast, span.file, &size);

	return text && !span.across && span.begin < span.end && span.end <= size &&
	       memmem(text + span.begin, span.end - span.begin, word, strlen(word));
}

struct parameter *parameter_new(struct parser *parser, const struct decl *declaration,
				const char *fallback)
{
	struct parameter *parameter = model_alloc(parser->model, sizeof(*parameter));

	parameter->name = declaration->name;
	parameter->unnamed = !*parameter->name;
	if (parameter->unnamed)
		parameter->name = model_intern(parser->model, fallback);
	parameter->type = type_of(parser, declaration->type);
	parameter->is_user = parameter->type->kind == TYPE_POINTER &&
			     declared_with(parser, declaration, "__user");
	parameter->at = declaration->at;
	return parameter;
}

static void add_params(struct parser *parser, struct function *function,
		       const struct decl *declaration)
{
	g_ptr_array_set_size(function->params, 0);
	for (unsigned int i = 0; i < declaration->param_count; i++) {
		struct parameter *parameter;
		char fallback[16];

		g_snprintf(fallback, sizeof(fallback), "a%u", i);
		parameter = parameter_new(parser, declaration->params[i], fallback);
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

static void set_extent(struct parser *parser, struct function *function, struct decl *definition)
{
	struct span whole = ast_decl_span(parser->ast, definition, false), body = { 0 };
	unsigned int head = whole.begin;

	ast_body(parser->ast, definition, &body);
	function->first_line = whole.first_line;
	function->last_line = whole.last_line;
	function->lines = whole.last_line - whole.first_line + 1;
	function->from_macro = definition->in_macro || body.in_macro;
	function->begin = head;
	function->body_begin = body.begin;
	function->body_end = body.end;
	function->body_line = body.first_line;
	/* __init and __exit are section attributes, which libclang does not tell. */
	if (function->in_driver && !function->from_macro && head < function->body_begin) {
		const struct source *source = model_source(parser->model, function->file);

		function->is_init = head_has(source, head, function->body_begin, "__init");
		function->is_exit = head_has(source, head, function->body_begin, "__exit");
	}
}

/* A file that the one compiled includes has code of the driver in it. */
static void take_part(struct parser *parser, const struct decl *definition)
{
	struct model *model = parser->model;
	const char *path = definition->at.file, *text;
	struct source *part = model_source(model, path);
	unsigned int line;

	if (part) {
		part->shared |= (part->unit ? part->unit : part) != parser->source;
		return;
	}
	part = g_new0(struct source, 1);
	part->path = path;
	part->name = part->path + strlen(model->directory) + 1;
	part->flags = g_ptr_array_new();
	part->unit = parser->source;
	line = GPOINTER_TO_UINT(g_hash_table_lookup(parser->inclusions, part->path));
	part->included_at = line ? line : G_MAXUINT;
	text = ast_text(parser->ast, path, &part->size);
	part->text = g_strndup(text ? text : "", text ? part->size : 0);
	g_ptr_array_add(model->parts, part);
}

static void set_definition(struct parser *parser, struct function *function,
			   struct decl *definition)
{
	struct pending pending = { definition, function };

	function->defined = true;
	function->at = definition->at;
	function->file = function->at.file;
	function->in_driver = is_driver_code(parser, definition);
	function->in_header = !function->in_driver;
	if (function->in_driver) {
		function->unit = parser->source;
		take_part(parser, definition);
	}
	function->type = type_of(parser, definition->type);
	function->is_inline = definition->is_inline ||
			      (function->file &&
			       g_hash_table_contains(parser->model->common, function->file));
	add_params(parser, function, definition);
	set_extent(parser, function, definition);
	g_array_append_val(parser->pending, pending);
}

static struct function *function_new(struct parser *parser, const struct decl *declaration,
				     const char *name)
{
	struct model *model = parser->model;
	struct function *function = model_alloc(model, sizeof(*function));

	function->name = name;
	function->at = declaration->at;
	function->type = type_of(parser, declaration->type);
	function->is_static = declaration->is_static;
	function->params = model_array(model);
	function->calls = model_array(model);
	function->callers = model_array(model);
	function->references = model_array(model);
	function->accesses = model_array(model);
	function->stores = model_array(model);
	function->constants = model_array(model);
	function->settings = model_array(model);
	function->globals = model_array(model);
	function->raw_pointers = model_array(model);
	function->raw_flows = model_array(model);
	function->raw_uses = model_array(model);
	function->besides = model_array(model);
	function->statics = model_array(model);
	function->locals = model_array(model);
	add_params(parser, function, declaration);
	g_ptr_array_add(model->functions, function);
	if (!g_hash_table_contains(model->function_by_name, name))
		g_hash_table_insert(model->function_by_name, (gpointer)name, function);
	return function;
}

/* The kernel's mem* and str* macros end in compiler builtins of the same name. */
static const char *plain_name(struct parser *parser, const char *name)
{
	if (g_str_has_prefix(name, "__builtin_mem") || g_str_has_prefix(name, "__builtin_str"))
		return model_intern(parser->model, name + strlen("__builtin_"));
	return name;
}

struct function *function_of(struct parser *parser, struct decl *declaration)
{
	struct decl *canonical = declaration->canonical, *definition = declaration->definition;
	struct function *function = g_hash_table_lookup(parser->functions, canonical);
	const char *name;
	char *key;

	if (function)
		return function;
	name = plain_name(parser, declaration->name);
	/* Only static functions of the driver's own files can share a name. */
	if (definition && declaration->is_static && is_driver_code(parser, definition))
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
	g_hash_table_insert(parser->functions, canonical, function);
	if (definition && !function->defined)
		set_definition(parser, function, definition);
	return function;
}

struct global *global_of(struct parser *parser, struct decl *declaration)
{
	struct decl *canonical = declaration->canonical, *definition = declaration->definition;
	struct global *global = g_hash_table_lookup(parser->globals, canonical);
	bool external = declaration->external;
	/* "int x;" after "extern int x;" is only a tentative definition: there is none */
	bool tentative = external && !definition && !declaration->is_static &&
		!declaration->is_extern;
	struct decl *best = tentative ? declaration : definition ? definition : canonical;
	struct location at = best->at;
	const char *name = declaration->name;
	char *key;

	if (global && !(tentative && !global->in_driver))
		return global;
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
	g_hash_table_insert(parser->globals, canonical, global);
	if (!global->type || tentative || definition) {
		const struct ctype *element = best->type->canonical;

		global->at = at;
		global->type = type_of(parser, best->type);
		/* "static int x;" is only a tentative definition */
		global->in_driver = is_driver_path(parser, at.file) &&
				    !best->is_extern;
		global->is_static = !external;
		global->from_macro = best->in_macro;
		while (element->kind == TYPE_ARRAY)
			element = element->elem->canonical;
		global->is_const = element->is_const;
		if (element->kind == TYPE_RECORD && global->in_driver)
			record_fill(parser, record_of(parser, element), element);
	}
	return global;
}
