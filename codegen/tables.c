// SPDX-License-Identifier: GPL-2.0-or-later
/* The plan as C tables, all but its records: one walk, for either half. */
#include <inttypes.h>
#include <string.h>

#include "internal.h"
#include "mdrv_plan.h"

static GPtrArray *record_names(const struct plan *plan)
{
	GPtrArray *names = g_ptr_array_new();

	for (guint i = 0; i < plan->records->len; i++)
		g_ptr_array_add(names, (void *)
				((struct wire_record *)plan->records->pdata[i])->ident);
	return names;
}

static GPtrArray *crossing_names(GPtrArray *crossings)
{
	GPtrArray *names = g_ptr_array_new();

	for (guint i = 0; i < crossings->len; i++)
		g_ptr_array_add(names, (void *)((struct crossing *)crossings->pdata[i])->name);
	return names;
}

/* "PREFIXa, PREFIXb": as a declaration, as numbers, as a table. */
static void emit_names(GString *to, const char *prefix, GPtrArray *names, const char *before,
		       const char *after)
{
	if (!names->len)
		return;
	emit(to, "%s", before);
	for (guint i = 0; i < names->len; i++)
		emit(to, "%s%s%s", i ? ", " : "", prefix, (const char *)names->pdata[i]);
	emit(to, "%s", after);
}

static void emit_declarations(GString *to, const struct plan *plan, enum side side)
{
	g_autoptr(GPtrArray) records = record_names(plan);
	g_autoptr(GPtrArray) downcalls = crossing_names(plan->downcalls);

	emit_names(to, "mdrv_record_", records, "extern const struct mdrv_record ", ";\n");
	if (side == KERNEL_HALF) {
		emit_names(to, "mdrv_dc_", downcalls, "extern const struct mdrv_downcall ",
			   ";\n");
		emit_undo_declarations(to, plan);
		emit(to, "extern struct mdrv_driver mdrv_driver;\n"
			 "int mdrv_driver_init(void);\nvoid mdrv_driver_exit(void);\n");
		return;
	}
	emit(to, "struct mdrv_call;\n");
	for (guint i = 0; i < plan->upcalls->len; i++)
		emit(to, "int mdrv_h_%s(struct mdrv_call *mdrv_call);\n",
		     ((struct crossing *)plan->upcalls->pdata[i])->name);
}

/* What is defined in one file or the other is known to all. */
void emit_plan_header(GString *to, const struct plan *plan, enum side side)
{
	g_autoptr(GPtrArray) records = record_names(plan);
	g_autoptr(GPtrArray) upcalls = crossing_names(plan->upcalls);
	g_autoptr(GPtrArray) downcalls = crossing_names(plan->downcalls);

	emit_banner(to, plan, side, "numbers of the plan");
	emit(to, "#ifndef MDRV_PLAN_NUMBERS_H\n#define MDRV_PLAN_NUMBERS_H\n\n");
	emit(to, "#define MDRV_PLAN_HASH \"%s\"\n\n/* Records from 1 on, calls from 0 on */\n",
	     plan->hash);
	emit_names(to, "MDRV_REC_", records, "enum { MDRV_REC_OF_NONE, ", " };\n");
	emit_names(to, "MDRV_UP_", upcalls, "enum { ", " };\n");
	emit_names(to, "MDRV_DC_", downcalls, "enum { ", " };\n");
	emit(to, "\n");
	emit_declarations(to, plan, side);
	emit(to, "\n#endif\n");
}

static bool is_main(const struct plan *plan, const struct source *source)
{
	return source == plan->model->sources->pdata[0];
}

/* Does the file with the tables know the function by its own name? */
static bool in_sight(const struct plan *plan, const struct function *function)
{
	if (function->in_driver && function->file)
		return is_main(plan, source_at(plan, function->file));
	return plan->model->sources->len == 1 || function->in_header;
}

/* Names that the tables, in another file, know this file's statics by. */
void emit_symbols(GString *to, const struct plan *plan, const struct source *source)
{
	if (is_main(plan, source))
		return;
	for (guint i = 0; i < plan->functions->len; i++) {
		const struct function *function = plan->functions->pdata[i];

		if (function->in_driver && !function->in_header &&
		    source_at(plan, function->file) == source)
			emit(to, "extern typeof(%s) mdrv_fn_%s __attribute__((alias(\"%s\")));\n",
			     function->name, function->name, function->name);
	}
	for (guint i = 0; i < plan->globals->len; i++) {
		const struct wire_global *wire = plan->globals->pdata[i];
		const struct global *global = wire->global;

		if (source_at(plan, global->at.file) == source)
			emit(to, "extern typeof(%s) mdrv_%s "
				 "__attribute__((alias(\"%s\")));\n"
				 "_Static_assert(sizeof(%s) == %" PRIu64 ", \"%s\");\n",
			     global->name, wire->own->ident, global->name, global->name,
			     global->type->size, global->name);
	}
}

/* The kernel's own need not be declared where the tables are. */
static bool is_near(const struct plan *plan, const struct global *global)
{
	return global->in_driver && is_main(plan, source_at(plan, global->at.file));
}

static void emit_far_symbols(GString *to, const struct plan *plan)
{
	for (guint i = 0; i < plan->functions->len; i++) {
		const struct function *function = plan->functions->pdata[i];

		if (in_sight(plan, function))
			continue;
		emit(to, "extern char mdrv_fn_%s[]", function->name);
		if (!function->in_driver)
			emit(to, " __asm__(\"%s\")", function->name);
		emit(to, ";\n");
	}
	for (guint i = 0; i < plan->globals->len; i++) {
		const struct wire_global *wire = plan->globals->pdata[i];

		if (is_near(plan, wire->global))
			continue;
		emit(to, "extern char mdrv_%s[]", wire->own->ident);
		if (!wire->global->in_driver)
			emit(to, " __asm__(\"%s\")", wire->global->name);
		emit(to, ";\n");
	}
}

static void emit_functions(GString *to, const struct plan *plan)
{
	if (plan->functions->len)
		emit(to, "static const struct mdrv_fn mdrv_fns[] = {\n");
	for (guint i = 0; i < plan->functions->len; i++) {
		const struct function *function = plan->functions->pdata[i];

		emit(to, "\tMDRV_FUNCTION(\"%s\", %s%s),\n", function->name,
		     in_sight(plan, function) ? "" : "mdrv_fn_", function->name);
	}
	if (plan->functions->len)
		emit(to, "};\n\n");
}

static void emit_globals(GString *to, const struct plan *plan)
{
	if (plan->globals->len)
		emit(to, "static const struct mdrv_global mdrv_globals[] = {\n");
	for (guint i = 0; i < plan->globals->len; i++) {
		const struct wire_global *global = plan->globals->pdata[i];
		const char *name = global->global->name;
		bool near = is_near(plan, global->global);

		emit(to, "\tMDRV_GLOBAL(\"%s\", %s%s, %s, %" PRIu64 "),\n", name,
		     near ? "" : "mdrv_", near ? name : global->own->ident,
		     RECORD_MACRO(plan, global->record),
		     global->global->type->size);
	}
	if (plan->globals->len)
		emit(to, "};\n\n");
}

static const char *mode_name(unsigned int mode)
{
	static const char *const names[] = { "PLAIN", "UNDO", "RELEASE" };

	return names[mode];
}

static int by_number(gconstpointer a, gconstpointer b)
{
	const struct crossing *left = *(const struct crossing *const *)a;
	const struct crossing *right = *(const struct crossing *const *)b;

	return left->number < right->number ? -1 : left->number > right->number;
}

static int by_value(gconstpointer a, gconstpointer b)
{
	guint left = GPOINTER_TO_UINT(*(const gpointer *)a);
	guint right = GPOINTER_TO_UINT(*(const gpointer *)b);

	return left < right ? -1 : left > right;
}

/* Rights over memory follow the downcalls, in the order of their numbers. */
static void emit_memory_rights(GString *to, const struct plan *plan,
			       const struct crossing *upcall)
{
	g_autoptr(GPtrArray) records = g_ptr_array_copy(upcall->allocates, NULL, NULL);

	g_ptr_array_sort(records, by_value);
	for (guint i = 0; i < records->len; i++) {
		guint record = GPOINTER_TO_UINT(records->pdata[i]);

		if (record == MDRV_REC_BYTES)
			emit(to, ", MDRV_MAY_ALLOC_BYTES");
		else
			emit(to, ", MDRV_MAY_ALLOC(%s)", RECORD_MACRO(plan, record));
	}
	if (upcall->frees)
		emit(to, ", MDRV_MAY_FREE");
}

static void emit_allowed(GString *to, const struct plan *plan, const struct crossing *upcall)
{
	g_autoptr(GPtrArray) sorted = g_ptr_array_new();

	for (guint i = 0; i < upcall->allowed->len; i++)
		g_ptr_array_add(sorted, upcall->allowed->pdata[i]);
	g_ptr_array_sort(sorted, by_number);
	emit(to, "MDRV_ALLOW(%s", upcall->name);
	for (guint i = 0; i < sorted->len; i++)
		emit(to, ", MDRV_DC_%s", ((struct crossing *)sorted->pdata[i])->name);
	emit_memory_rights(to, plan, upcall);
	emit(to, ");\n");
}

/* What it does before it succeeds, if anything is sure. */
static void emit_must(GString *to, const struct plan *plan, const struct crossing *upcall)
{
	if (!upcall->must->len)
		return;
	emit(to, "MDRV_MUST(%s", upcall->name);
	for (guint i = 0; i < upcall->must->len; i++) {
		const struct wire_must *must = upcall->must->pdata[i];

		if (must->call)
			emit(to, ", MDRV_MADE(%s)", must->call->name);
		else
			emit(to, ", MDRV_SET(%d, %s, %u)", upcall_value(upcall, must->pass),
			     RECORD_MACRO(plan, must->record->number) + strlen("MDRV_REC_"),
			     must->number);
	}
	emit(to, ");\n");
}

static void emit_upcalls(GString *to, const struct plan *plan, enum side side)
{
	if (!plan->upcalls->len)
		return;
	for (guint i = 0; side == KERNEL_HALF && i < plan->upcalls->len; i++) {
		emit_passes(to, plan, plan->upcalls->pdata[i]);
		emit_allowed(to, plan, plan->upcalls->pdata[i]);
		emit_must(to, plan, plan->upcalls->pdata[i]);
	}
	emit(to, "\nstatic const struct mdrv_upcall mdrv_upcalls[] = {\n");
	for (guint i = 0; i < plan->upcalls->len; i++) {
		const struct crossing *upcall = plan->upcalls->pdata[i];
		g_autofree char *owner = owner_value(upcall);

		if (side == KERNEL_HALF)
			emit(to, "\tMDRV_UPCALL(%s, %s, %s%s%s%s),\n", upcall->name,
			     mode_name(upcall->mode), owner,
			     upcall->must->len ? ", MDRV_MUSTS(" : "",
			     upcall->must->len ? upcall->name : "",
			     upcall->must->len ? ")" : "");
		else
			emit(to, "\tMDRV_HANDLER(%s, %s),\n", upcall->name,
			     mode_name(upcall->mode));
	}
	emit(to, "};\n\n");
}

static void emit_strings(GString *to, GPtrArray *names)
{
	emit(to, "static const char *const mdrv_downcall_names[] = {\n");
	for (guint i = 0; i < names->len; i++)
		emit(to, "\t\"%s\",\n", (const char *)names->pdata[i]);
	emit(to, "};\n\n");
}

static void emit_downcalls(GString *to, const struct plan *plan, enum side side)
{
	g_autoptr(GPtrArray) names = crossing_names(plan->downcalls);

	if (!plan->downcalls->len)
		return;
	if (side == KERNEL_HALF)
		emit_names(to, "&mdrv_dc_", names,
			   "static const struct mdrv_downcall *const mdrv_downcalls[] = {\n\t",
			   "\n};\n\n");
	else
		emit_strings(to, names);
}

static void emit_sites(GString *to, const struct plan *plan)
{
	emit(to, "static const struct mdrv_site mdrv_sites[] = {\n");
	for (guint i = 0; i < plan->sites->len; i++) {
		const struct wire_site *site = plan->sites->pdata[i];
		g_autofree char *base = g_path_get_basename(site->file);

		emit(to, "\t{ \"%s\", %u, %s },\n", base, site->line,
		     RECORD_MACRO(plan, site->record));
	}
	emit(to, "};\n\n");
}

static void emit_table(GString *to, const char *member, const char *count, guint length)
{
	if (length)
		emit(to, "\t.%s = %u,\n\t.%s = mdrv_%s,\n", count, length, member, member);
}

void emit_tables(GString *to, const struct plan *plan, enum side side)
{
	bool sites = side == USER_HALF && plan->sites->len;
	g_autoptr(GPtrArray) records = record_names(plan);
	guint within;

	emit(to, "static const struct mdrv_record mdrv_record_void = {\n"
		 "\tMDRV_NAMED(\"void\")\n};\n\n");
	emit(to, "static const struct mdrv_record *const mdrv_records[] = {\n"
		 "\t&mdrv_record_void");
	emit_names(to, "&mdrv_record_", records, ", ", "");
	emit(to, "\n};\n\n");
	emit_far_symbols(to, plan);
	within = side == KERNEL_HALF ? emit_within(to, plan) : 0;
	emit_functions(to, plan);
	emit_globals(to, plan);
	emit_upcalls(to, plan, side);
	emit_downcalls(to, plan, side);
	if (sites)
		emit_sites(to, plan);
	emit(to, "static const struct mdrv_plan mdrv_plan = {\n\t.name = \"%s\",\n"
		 "\t.hash = MDRV_PLAN_HASH,\n\t.abi = MDRV_ABI,\n", plan->model->module);
	if (plan->device)
		emit(to, "\t.device = %s,\n", RECORD_MACRO(plan, plan->device));
	emit_table(to, "records", "nrecords", plan->records->len + 1);
	emit_table(to, "within", "nwithin", within);
	emit_table(to, "fns", "nfns", plan->functions->len);
	emit_table(to, "globals", "nglobals", plan->globals->len);
	emit_table(to, "upcalls", "nupcalls", plan->upcalls->len);
	emit_table(to, side == KERNEL_HALF ? "downcalls" : "downcall_names", "ndowncalls",
		   plan->downcalls->len);
	if (sites)
		emit_table(to, "sites", "nsites", plan->sites->len);
	emit(to, "};\n\n");
}
