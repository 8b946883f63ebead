// SPDX-License-Identifier: GPL-2.0-or-later
/* What is written, and where. */
#include <string.h>

#include "codegen.h"
#include "diag.h"
#include "internal.h"

/* One text of an included file has to do for all that include it, inside OUT. */
static bool check_parts(const struct plan *plan)
{
	GPtrArray *parts = plan->model->parts;
	bool ok = true;

	for (guint i = 0; i < parts->len; i++) {
		const struct source *part = parts->pdata[i];
		struct location at = { .file = part->path };
		bool outside = strstr(part->name, "../");

		if (!outside && !part->shared)
			continue;
		diag_error(&at, "defines functions and is included %s; only files of the driver's "
			   "directory that one other file includes can be split",
			   outside ? "from outside the driver's directory" : "by several files");
		ok = false;
	}
	return ok;
}

/* Refuse before anything is written what C has no way to say. */
static bool check(const struct plan *plan)
{
	GPtrArray *lists[] = { plan->upcalls, plan->downcalls };
	bool ok = true;

	for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
		for (guint j = 0; j < lists[i]->len; j++) {
			const struct crossing *crossing = lists[i]->pdata[j];

			if (declarable(crossing->function))
				continue;
			diag_error(&crossing->function->at, "%s() has a parameter of a type "
				   "without a name: it cannot cross", crossing->name);
			ok = false;
		}
	}
	return check_parts(plan) && ok;
}

static void write_half(struct tree *tree, const struct plan *plan, enum side side)
{
	const char *dir = side == KERNEL_HALF ? "kernel" : "user";
	GPtrArray *sources = plan->model->sources;
	g_autofree char *numbers = g_strdup_printf("%s/mdrv-plan.h", dir);
	GString *text = g_string_new(NULL);

	emit_plan_header(text, plan, side);
	wrap(text);
	tree_add(tree, numbers, text);
	for (guint i = 0; i < sources->len; i++) {
		const struct source *source = sources->pdata[i];
		g_autofree char *stem = source_stem(source);
		g_autofree char *path = g_strdup_printf("%s/%s", dir, source->name);
		g_autofree char *begin = g_strdup_printf("%s/mdrv-%s.h", dir, stem);
		g_autofree char *end = g_strdup_printf("%s/mdrv-%s-end.h", dir, stem);

		tree_add(tree, path, print_source(plan, source, side));
		text = g_string_new(NULL);
		(side == KERNEL_HALF ? emit_kernel_begin : emit_user_begin)(text, plan, source);
		wrap(text);
		tree_add(tree, begin, text);
		text = g_string_new(NULL);
		(side == KERNEL_HALF ? emit_kernel_end : emit_user_end)(text, plan, source);
		wrap(text);
		tree_add(tree, end, text);
	}
	for (guint i = 0; i < plan->model->parts->len; i++) {
		const struct source *part = plan->model->parts->pdata[i];
		g_autofree char *path = g_strdup_printf("%s/%s", dir, part->name);

		tree_add(tree, path, print_source(plan, part, side));
	}
}

/* The driver's own headers, unchanged, in both halves. */
static void copy_headers(struct tree *tree, const struct plan *plan)
{
	static const char *const dirs[] = { "kernel", "user" };
	GPtrArray *headers = plan->model->headers;

	for (guint i = 0; i < headers->len; i++) {
		const char *name = headers->pdata[i];
		g_autofree char *from = g_build_filename(plan->model->directory, name, NULL);

		for (gsize j = 0; j < G_N_ELEMENTS(dirs); j++) {
			g_autofree char *to = g_build_filename(dirs[j], name, NULL);
			g_autoptr(GError) error = NULL;
			char *text = NULL;
			gsize size = 0;

			if (!g_file_get_contents(from, &text, &size, &error)) {
				struct location at = { .file = from };

				diag_error(&at, "%s", error->message);
				continue;
			}
			tree_add(tree, to, g_string_new_len(text, size));
			g_free(text);
		}
	}
}

bool codegen_write(const struct plan *plan, const char *out, bool force)
{
	struct tree *tree;

	if (!check(plan))
		return false;
	tree = tree_open(out, force);
	if (!tree)
		return false;
	write_half(tree, plan, KERNEL_HALF);
	write_half(tree, plan, USER_HALF);
	copy_headers(tree, plan);
	tree_add(tree, "kernel/Kbuild", print_kbuild(plan));
	tree_add(tree, "user/mdrv-traps.c", print_traps(plan));
	if (plan->absent->len)
		tree_add(tree, "user/mdrv-absent.ld", print_absent(plan));
	tree_add(tree, "user/Makefile", print_user_makefile(plan));
	tree_add(tree, "Makefile", print_makefile(plan));
	tree_add(tree, "plan.json", print_json(plan));
	if (diag_errors()) {
		tree_abort(tree);
		return false;
	}
	return tree_commit(tree);
}
