// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The driver's source, parsed and walked: first the file's own
 * declarations, then the header inlines that they reach. Declarations of headers
 * are read only where something refers to them; that keeps it fast.
 */
#include <string.h>

#include "diag.h"
#include "flags.h"
#include "source.h"
#include "source_walk.h"

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

static void report(struct model *model, const struct location *at, const char *text)
{
	diag_error(at, "%s%s", text, advice(model, text));
}

/* Walk the bodies of what function_of() found defined, and of what those reach. */
static void walk_pending(struct parser *parser)
{
	for (guint i = 0; i < parser->pending->len; i++) {
		struct pending pending = g_array_index(parser->pending, struct pending, i);
		const struct expr *body = ast_body(parser->ast, pending.definition, NULL);

		if (!body)
			continue;
		walk_body(parser, pending.function, body);
		take_body(parser, pending.function, body);
	}
	g_array_set_size(parser->pending, 0);
}

static void take_variable(struct parser *parser, struct decl *variable)
{
	const struct expr *initialiser;
	struct global *global;

	if (variable->is_extern)
		return;
	global = global_of(parser, variable);
	initialiser = ast_initialiser(parser->ast, variable);
	if (initialiser)
		walk_initialiser(parser, NULL, global, initialiser, variable->type);
}

/* Within a declaration, an enum that includes its values, say, nothing may be declared. */
static void take_lines(struct parser *parser, const struct decl *declaration)
{
	struct span span = ast_decl_span(parser->ast, declaration, true);
	struct source *source = parser->source;

	if (span.first_line >= span.last_line || span.file != source->path || span.across)
		return;
	g_ptr_array_add(source->inner, GUINT_TO_POINTER(span.first_line));
	g_ptr_array_add(source->inner, GUINT_TO_POINTER(span.last_line));
}

static bool is_wanted(const char *path, void *data)
{
	const struct parser *parser = data;

	return path == parser->source->path || is_driver_path(parser, path);
}

static void take_declaration(struct decl *declaration, void *data)
{
	struct parser *parser = data;
	bool own = declaration->at.file == parser->source->path;

	if (own)
		take_lines(parser, declaration);
	switch (declaration->kind) {
	case DECL_FUNCTION:
		if (declaration->is_definition && is_driver_code(parser, declaration))
			function_of(parser, declaration);
		break;
	case DECL_VARIABLE:
		take_variable(parser, declaration);
		break;
	case DECL_STRUCT:
	case DECL_UNION:
		/* Of headers, those are read that something refers to. */
		if (own && declaration->is_definition)
			record_of(parser, declaration->type);
		break;
	default:
		break;
	}
}

/* How an #include names the file: as it stands there, unless a macro says it. */
static const char *spelled(struct parser *parser, const struct inclusion *inclusion)
{
	g_autofree char *name = NULL;
	size_t size, offset = inclusion->offset;
	const char *text = ast_text(parser->ast, inclusion->includer, &size), *p, *end;

	p = text && offset < size ?
		memchr(text + offset, '<', strcspn(text + offset, "\"\n")) : NULL;
	end = p ? memchr(p, '>', strcspn(p, "\n")) : NULL;
	name = end ? g_strndup(p, end + 1 - p) : g_strdup_printf("\"%s\"", inclusion->path);
	return model_intern(parser->model, name);
}

/*
 * A header from outside that the driver includes, be it by a header of its own. One that
 * is made to be read twice may mean something else each time: it stays where it is.
 */
static void take_outside(struct parser *parser, const struct inclusion *inclusion)
{
	const char *text = spelled(parser, inclusion);
	GPtrArray *outside = parser->source->outside;
	bool nested = inclusion->depth > 1;

	if (nested && !is_driver_path(parser, inclusion->includer))
		return;
	if ((nested || *text != '<') && !inclusion->guarded)
		return;
	g_ptr_array_add(outside, GUINT_TO_POINTER(inclusion->line));
	g_ptr_array_add(outside, (gpointer)text);
}

static void take_inclusion(const struct inclusion *inclusion, void *data)
{
	struct parser *parser = data;
	const char *path = inclusion->path, *name;
	/* not what -include names */
	bool here = inclusion->main == parser->source->path;

	if (here && inclusion->depth == 1)
		g_ptr_array_add(parser->source->active, GUINT_TO_POINTER(inclusion->line));
	if (here && !is_driver_path(parser, path))
		take_outside(parser, inclusion);
	if (!is_driver_path(parser, path))
		return;
	if (!g_hash_table_contains(parser->inclusions, path))
		g_hash_table_insert(parser->inclusions, (gpointer)path,
				    GUINT_TO_POINTER(inclusion->line));
	name = path + strlen(parser->model->directory) + 1;
	if (!g_ptr_array_find_with_equal_func(parser->model->headers, name, g_str_equal, NULL))
		g_ptr_array_add(parser->model->headers, (gpointer)name);
}

/* Records that parameters of the driver's functions point at are wanted whole. */
static void fill_parameters(struct parser *parser, const struct decl *definition)
{
	for (unsigned int i = 0; i < definition->param_count; i++) {
		const struct ctype *type = ctype_pointee(definition->params[i]->type);

		if (type && type->kind == TYPE_RECORD)
			record_fill(parser, record_of(parser, type), type->plain);
	}
}

static bool parse_source(struct parser *parser)
{
	unsigned int errors = diag_errors();

	parser->ast = ast_parse(parser->model, parser->source, report);
	if (diag_errors() != errors)
		return false;
	ast_inclusions(parser->ast, take_inclusion, parser);
	take_aliases(parser);
	ast_declarations(parser->ast, is_wanted, take_declaration, parser);
	for (guint i = 0; i < parser->pending->len; i++) {
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
	parser->inclusions = g_hash_table_new(g_str_hash, g_str_equal);
	parser->pending = g_array_new(FALSE, FALSE, sizeof(struct pending));
}

static void parser_clear(struct parser *parser)
{
	ast_free(parser->ast);
	g_hash_table_unref(parser->types);
	g_hash_table_unref(parser->records);
	g_hash_table_unref(parser->fields);
	g_hash_table_unref(parser->functions);
	g_hash_table_unref(parser->globals);
	g_hash_table_unref(parser->locals);
	g_hash_table_unref(parser->raw_locals);
	g_hash_table_unref(parser->raw_calls);
	g_hash_table_unref(parser->inclusions);
	g_array_unref(parser->pending);
}

static bool parse_all(struct model *model)
{
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
		ok &= parse_source(&parser);
		parser_clear(&parser);
	}
	g_hash_table_unref(keys);
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
