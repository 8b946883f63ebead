// SPDX-License-Identifier: GPL-2.0-or-later
/* What can be said of the model only when all files have been read. */
#include <string.h>

#include "source.h"

/* Files that are compiled come first, then those that they include. */
static unsigned int source_index(const struct model *model, const struct function *function)
{
	struct source *source = model_source(model, function->file);
	guint i = 0;

	if (!source)
		return G_MAXUINT;
	g_ptr_array_find(source->unit ? model->parts : model->sources, source, &i);
	return source->unit ? model->sources->len + i : i;
}

static gint compare_functions(gconstpointer left, gconstpointer right, gpointer data)
{
	const struct function *a = *(struct function *const *)left;
	const struct function *b = *(struct function *const *)right;
	unsigned int i = source_index(data, a), j = source_index(data, b);

	if (a->in_driver != b->in_driver)
		return a->in_driver ? -1 : 1;
	if (!a->in_driver)
		return strcmp(a->name, b->name);
	if (i != j)
		return i < j ? -1 : 1;
	return a->at.line < b->at.line ? -1 : a->at.line > b->at.line;
}

/*
 * module_init(f) defines a function of this fixed name that returns f; the macro is
 * the same in all kernels since 2.5.
 */
static bool is_init_test(const struct function *function)
{
	return function->from_macro && !strcmp(function->name, "__inittest");
}

static bool is_exit_test(const struct function *function)
{
	return function->from_macro && !strcmp(function->name, "__exittest");
}

/* What the module loader itself looks for, by name. */
static void mark_by_name(struct function *function)
{
	if (!function->in_driver || !function->defined || function->is_static)
		return;
	function->is_init |= !strcmp(function->name, "init_module");
	function->is_exit |= !strcmp(function->name, "cleanup_module");
}

static void mark_init_exit(struct model *model, struct function *function)
{
	guint i;

	mark_by_name(function);
	model->has_init |= function->is_init && !strcmp(function->name, "init_module");
	model->has_exit |= function->is_exit && !strcmp(function->name, "cleanup_module");
	for (i = function->references->len; i-- > 0;) {
		const struct reference *reference = function->references->pdata[i];

		if (!reference->in)
			continue;
		function->is_init |= is_init_test(reference->in);
		function->is_exit |= is_exit_test(reference->in);
		model->has_init |= is_init_test(reference->in);
		model->has_exit |= is_exit_test(reference->in);
		if (is_init_test(reference->in) || is_exit_test(reference->in))
			g_ptr_array_remove_index(function->references, i);
	}
}

/*
 * What macros define and nobody uses is no business of anybody: the functions of
 * module_init() itself, and type checks such as that of module_param().
 */
static void drop_scaffolding(struct model *model)
{
	guint i;

	for (i = model->functions->len; i-- > 0;) {
		const struct function *function = model->functions->pdata[i];

		if (function->in_driver && function->from_macro && function->is_static &&
		    !function->callers->len && !function->references->len &&
		    !function->is_init && !function->is_exit) {
			g_hash_table_remove(model->function_by_name, function->name);
			g_ptr_array_remove_index(model->functions, i);
		}
	}
}

static void mark_kernel_globals(struct model *model, struct function *function)
{
	unsigned int bit = g_bit_nth_lsf(TRAIT_KERNEL_GLOBAL, -1);
	guint i;

	for (i = 0; i < function->globals->len; i++) {
		const struct global_use *use = function->globals->pdata[i];
		char *text, *base;

		if (use->global->in_driver || use->global->scope)
			continue;
		function->traits |= TRAIT_KERNEL_GLOBAL;
		if (function->trait_text[bit])
			continue;
		base = g_path_get_basename(use->at.file);
		text = g_strdup_printf("uses %s at %s:%u:%u", use->global->name, base, use->at.line,
				       use->at.column);
		function->trait_text[bit] = model_intern(model, text);
		g_free(text);
		g_free(base);
	}
}

/* module_param(p) defines a struct kernel_param whose initialiser names p. */
static void mark_params(struct model *model)
{
	guint i;

	for (i = 0; i < model->globals->len; i++) {
		struct global *global = model->globals->pdata[i], *mark;
		char *name = g_strdup_printf("__param_%s", global->name);

		mark = global->in_driver ? model_global(model, name) : NULL;
		global->is_param = mark && mark->from_macro;
		g_free(name);
	}
}

/* Past the comment or literal that starts at @p, or @p itself. */
static const char *skip_quoted(const char *p, unsigned int *line)
{
	const char *end = p;

	if (!strncmp(p, "/*", 2)) {
		end = strstr(p + 2, "*/");
		end = end ? end + 2 : p + strlen(p);
	} else if (!strncmp(p, "//", 2)) {
		end = p + 2;
		while (*end && (*end != '\n' || end[-1] == '\\'))
			end++;
	} else if (*p == '"' || *p == '\'') {
		for (end = p + 1; *end && *end != *p && *end != '\n'; end++)
			end += *end == '\\' && end[1];
		end += *end == *p;
	}
	for (; p < end; p++)
		*line += *p == '\n';
	return end;
}

/* Is @line between the first and the last of a declaration, where no other may stand? */
static bool is_inner(const struct source *source, unsigned int line)
{
	guint i;

	for (i = 0; source->inner && i < source->inner->len; i += 2)
		if (line >= GPOINTER_TO_UINT(source->inner->pdata[i]) &&
		    line < GPOINTER_TO_UINT(source->inner->pdata[i + 1]))
			return true;
	return false;
}

/* The last #include that was taken, at file level, before line @limit. */
static unsigned int last_taken(const struct source *source, unsigned int limit)
{
	unsigned int last = 0;
	guint i;

	for (i = 0; source->active && i < source->active->len; i++) {
		unsigned int line = GPOINTER_TO_UINT(source->active->pdata[i]);

		if (line < limit && line > last && !is_inner(source, line))
			last = line;
	}
	return last;
}

static bool is_taken(const struct source *source, unsigned int line)
{
	return source->active && g_ptr_array_find(source->active, GUINT_TO_POINTER(line), NULL);
}

/*
 * Line after which an include may be added: the last of the last #include before line
 * @limit, or, where that is inside #if, of the #endif. An #if that all of the driver
 * is in does not end before @limit: what was taken in it is as good a place.
 */
static unsigned int find_last_include(const struct source *source, unsigned int limit)
{
	unsigned int line = 1, last = 0, depth = 0;
	bool start = true, wanted = false;
	const char *p = source->text;

	while (*p && line < limit) {
		const char *next = skip_quoted(p, &line);

		if (next != p) {
			p = next;
			continue;
		}
		if (start && (*p == '#' || g_str_has_prefix(p, "%:"))) {
			p += 1 + strspn(p + 1, ": \t");
			if (g_str_has_prefix(p, "if"))
				depth++;
			if (g_str_has_prefix(p, "endif") && depth)
				depth--;
			wanted |= (g_str_has_prefix(p, "include") || is_taken(source, line)) &&
				  !is_inner(source, line);
		}
		if (*p == '\n') {
			start = p == source->text || p[-1] != '\\';
			if (start && wanted && !depth && !is_inner(source, line)) {
				last = line;
				wanted = false;
			}
			line++;
		} else if (!g_ascii_isspace(*p)) {
			start = false;
		}
		p++;
	}
	return wanted ? MAX(last, last_taken(source, limit)) : last;
}

/*
 * Headers of the kernel that come after the place where names get another meaning:
 * they must have been read before.
 */
static void set_late_includes(struct source *source)
{
	GPtrArray *outside = source->outside;
	guint i;

	for (i = 0; outside && i < outside->len; i += 2) {
		unsigned int line = GPOINTER_TO_UINT(outside->pdata[i]);
		gpointer text = outside->pdata[i + 1];

		if (line > source->last_include && !is_inner(source, line) &&
		    !g_ptr_array_find(source->late, text, NULL))
			g_ptr_array_add(source->late, text);
	}
}

static void set_last_include(struct model *model, struct source *source)
{
	unsigned int limit = G_MAXUINT;
	guint i;

	for (i = 0; i < model->functions->len; i++) {
		const struct function *function = model->functions->pdata[i];

		if (function->in_driver && !g_strcmp0(function->file, source->path))
			limit = MIN(limit, function->first_line);
	}
	for (i = 0; i < model->parts->len; i++) {
		const struct source *part = model->parts->pdata[i];

		if (part->unit == source)
			limit = MIN(limit, part->included_at);
	}
	source->last_include = find_last_include(source, limit);
	set_late_includes(source);
}

/* A header is one of the driver's if it is neither a source of the module nor a part. */
static void drop_source_headers(struct model *model)
{
	guint i;

	for (i = model->headers->len; i-- > 0;) {
		if (model_source(model, model->headers->pdata[i]))
			g_ptr_array_remove_index(model->headers, i);
	}
}

void model_finish(struct model *model)
{
	guint i;

	g_ptr_array_sort_with_data(model->functions, compare_functions, model);
	for (i = 0; i < model->functions->len; i++) {
		mark_init_exit(model, model->functions->pdata[i]);
		mark_kernel_globals(model, model->functions->pdata[i]);
	}
	drop_scaffolding(model);
	mark_params(model);
	for (i = 0; i < model->sources->len; i++)
		set_last_include(model, model->sources->pdata[i]);
	drop_source_headers(model);
}
