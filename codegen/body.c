// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A driver file as one half has it: bodies replaced by one line and what directive.c
 * leaves of them, so that every other line keeps its number; and, in a file that is
 * compiled, two includes, one after the last #include and one at the end.
 */
#include <string.h>

#include "internal.h"
#include "mdrv_plan.h"

char *source_stem(const struct source *source)
{
	char *stem = g_strdup(source->name);

	if (g_str_has_suffix(stem, ".c"))
		stem[strlen(stem) - 2] = '\0';
	return g_strdelimit(stem, "/.", '_');
}

static const struct crossing *find_crossing(GPtrArray *crossings, const struct function *function)
{
	for (guint i = 0; i < crossings->len; i++) {
		const struct crossing *crossing = crossings->pdata[i];

		if (crossing->function == function)
			return crossing;
	}
	return NULL;
}

static void emit_stub_call(GString *to, const struct function *function, const char *prefix)
{
	g_autofree char *args = forward_args(function);
	g_autofree char *name = g_strdup_printf("%s%s", prefix, function->name);
	g_autofree char *head = declare_function(function, name);

	emit(to, "{ extern %s; %s%s(%s); ", head,
	     function->type->elem->kind == TYPE_VOID ? "" : "return ", name, args);
	if (never_returns(function))
		emit(to, "mdrv_trap(\"%s\"); ", function->name);
	emit(to, "}");
}

/* Nobody can get here: no caller is left in this half. */
static void emit_unreachable(GString *to, const struct function *function)
{
	const struct type *result = function->type->elem;

	if (never_returns(function)) {
		emit(to, "{ BUG(); }");
		return;
	}
	switch (result->kind) {
	case TYPE_VOID:
		emit(to, "{ }");
		break;
	case TYPE_RECORD:
		emit(to, "{ return (%s){ }; }", result->spelling);
		break;
	case TYPE_INT:
		emit(to, "{ return %s; }", result->is_signed && !result->is_bool ? "-EIO" : "0");
		break;
	default:
		emit(to, "{ return 0; }");
	}
}

static void emit_body(GString *to, const struct plan *plan, const struct function *function,
		      enum side side)
{
	if (side == KERNEL_HALF) {
		if (find_crossing(plan->upcalls, function))
			emit_stub_call(to, function, "mdrv_up_");
		else
			emit_unreachable(to, function);
	} else if (find_crossing(plan->downcalls, function)) {
		emit_stub_call(to, function, "mdrv_dc_");
	} else {
		emit(to, "{ mdrv_trap(\"%s\"); }", function->name);
	}
}

static bool replaced(const struct decision *decision, enum side side)
{
	return decision->domain == (side == KERNEL_HALF ? DOMAIN_USER : DOMAIN_KERNEL);
}

static const struct wire_scope *find_scope(const struct plan *plan,
					   const struct function *function)
{
	for (guint i = 0; i < plan->scopes->len; i++) {
		const struct wire_scope *scope = plan->scopes->pdata[i];

		if (scope->function == function)
			return scope;
	}
	return NULL;
}

/* A body that stays: the operation begins with it. */
static void emit_scope(GString *to, const struct wire_scope *scope)
{
	emit(to, "{ MDRV_SCOPE(%s, %s);",
	     scope->mode == MDRV_RELEASE ? "MDRV_RELEASE" : "MDRV_UNDO", scope->owner->name);
}

static gint by_offset(gconstpointer a, gconstpointer b)
{
	const struct decision *x = *(struct decision *const *)a;
	const struct decision *y = *(struct decision *const *)b;

	return x->function->body_begin < y->function->body_begin ? -1 : 1;
}

static GPtrArray *replacements(const struct plan *plan, const struct source *source,
			       enum side side)
{
	GPtrArray *decisions = plan->partition->decisions;
	GPtrArray *list = g_ptr_array_new();

	for (guint i = 0; i < decisions->len; i++) {
		const struct decision *decision = decisions->pdata[i];
		const struct function *function = decision->function;
		bool scoped = side == KERNEL_HALF && find_scope(plan, function) &&
			      source->text[function->body_begin] == '{';

		if ((!replaced(decision, side) && !scoped) || !function->defined ||
		    function->from_macro ||
		    function->body_end <= function->body_begin ||
		    (g_strcmp0(function->file, source->path) &&
		     g_strcmp0(function->file, source->name)))
			continue;
		g_ptr_array_add(list, (gpointer)decision);
	}
	g_ptr_array_sort(list, by_offset);
	return list;
}

/* Byte offset at which line @line + 1 begins. */
static gsize after_line(const struct source *source, unsigned int line)
{
	const char *p = source->text;

	for (unsigned int n = 0; n < line && p; n++) {
		p = strchr(p, '\n');
		p = p ? p + 1 : NULL;
	}
	return p ? (gsize)(p - source->text) : source->size;
}

/* Copies text up to @to, putting the first include where it belongs. */
static void copy_to(GString *out, const struct source *source, gsize *from, gsize to,
		    gsize include_at, bool *included, const char *stem)
{
	if (!*included && include_at >= *from && include_at <= to) {
		g_string_append_len(out, source->text + *from, include_at - *from);
		*from = include_at;
		*included = true;
		emit(out, "#include \"mdrv-%s.h\"\n#line %u\n", stem, source->last_include + 1);
	}
	g_string_append_len(out, source->text + *from, to - *from);
	*from = to;
}

GString *print_source(const struct plan *plan, const struct source *source, enum side side)
{
	g_autoptr(GPtrArray) list = replacements(plan, source, side);
	g_autofree char *stem = source_stem(source);
	gsize include_at = after_line(source, source->last_include);
	GString *out = g_string_new(NULL);
	bool included = source->unit;	/* its includes are those of the unit */
	gsize at = 0;

	for (guint i = 0; i < list->len; i++) {
		const struct decision *decision = list->pdata[i];
		const struct function *function = decision->function;

		copy_to(out, source, &at, function->body_begin, include_at, &included, stem);
		if (!replaced(decision, side)) {
			emit_scope(out, find_scope(plan, function));
			at = function->body_begin + 1;
			continue;
		}
		emit_body(out, plan, function, side);
		emit_rest_of_body(out, source->text + function->body_begin,
				  source->text + function->body_end);
		at = function->body_end;
	}
	copy_to(out, source, &at, source->size, include_at, &included, stem);
	if (source->unit)
		return out;
	if (out->len && out->str[out->len - 1] != '\n')
		g_string_append_c(out, '\n');
	emit(out, "#include \"mdrv-%s-end.h\"\n", stem);
	return out;
}
