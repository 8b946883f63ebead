// SPDX-License-Identifier: GPL-2.0-or-later
/* The kernel half: what comes before and after the driver's own text. */
#include <string.h>

#include "internal.h"
#include "mdrv_plan.h"

/* A driver that defines what the loader looks for, instead of naming it. */
static void emit_own_loader_functions(GString *to, const struct plan *plan,
				      const struct source *source)
{
	static const char *const names[][3] = {
		{ "init_module", "int", "mdrv_driver_init" },
		{ "cleanup_module", "void", "mdrv_driver_exit" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		const struct function *function = model_function(plan->model, names[i][0]);

		if (function && function->in_driver && function->defined && !function->is_static &&
		    source_at(plan, function->file) == source)
			emit(to, "%s %s(void) __asm__(\"%s\");\n", names[i][1], names[i][0],
			     names[i][2]);
	}
}

void emit_kernel_begin(GString *to, const struct plan *plan, const struct source *source)
{
	emit_banner(to, plan, KERNEL_HALF, "what the source sees after its last #include");
	emit_late_includes(to, source);
	emit(to, "#include <mdrv/kernel.h>\n#include \"mdrv-plan.h\"\n"
		 "#include <mdrv/memory.h>\n\n");
	emit(to, "#undef module_init\n#define module_init(fn) \\\n"
		 "\tint mdrv_driver_init(void) { return fn(); }\n"
		 "#undef module_exit\n#define module_exit(fn) \\\n"
		 "\tvoid mdrv_driver_exit(void) { fn(); }\n");
	emit_own_loader_functions(to, plan, source);
	emit_renames(to, plan, source);
}

/*
 * Which functions of the plan a pointer may point at is for the compiler to say,
 * where it sees them; those of other files are in every set.
 */
static void emit_fits(GString *to, const struct plan *plan, const struct source *source)
{
	emit(to, "/* The functions of the plan that a pointer of this type may point at. */\n"
		 "#define MDRV_FITS(type) (MDRV_FNS_TYPED");
	for (guint i = 0; i < plan->functions->len && i < 63; i++) {
		const struct function *function = plan->functions->pdata[i];
		bool seen = plan->model->sources->len == 1 || (function->in_driver &&
			function->file && source_at(plan, function->file) == source);

		if (seen)
			emit(to, " | \\\n\tMDRV_FIT(%u, type, %s)", i, function->name);
		else
			emit(to, " | \\\n\t1ULL << %u", i);
	}
	emit(to, ")\n\n");
}

/* The names by which the loader finds a module's functions; the driver may use them. */
static void emit_loader_function(GString *to, const char *type, const char *name, const char *body)
{
	emit(to, "%s mdrv_%s(void) __asm__(\"%s\");\n%s mdrv_%s(void)\n{\n\t%s;\n}\n", type, name,
	     name, type, name, body);
}

static void emit_module(GString *to, const struct model *model)
{
	emit(to, "#pragma weak mdrv_driver_init\n#pragma weak mdrv_driver_exit\n\n"
		 "struct mdrv_driver mdrv_driver = {\n\t.plan = &mdrv_plan,\n"
		 "\t.owner = THIS_MODULE,\n\t.init = mdrv_driver_init,\n"
		 "\t.exit = mdrv_driver_exit,\n};\n\n");
	emit_loader_function(to, "int", "init_module",
			     "return mdrv_driver_register(&mdrv_driver)");
	if (model->has_init && !model->has_exit) {
		emit(to, "\n/* Without an exit function the driver stays. */\n");
		return;
	}
	emit(to, "\n");
	emit_loader_function(to, "void", "cleanup_module",
			     "mdrv_driver_unregister(&mdrv_driver)");
}

void emit_kernel_end(GString *to, const struct plan *plan, const struct source *source)
{
	bool is_main = source == plan->model->sources->pdata[0];

	emit_banner(to, plan, KERNEL_HALF, "stubs, handlers and tables");
	emit_passages(to, plan, source);
	emit_undos(to, plan, source);
	emit_fits(to, plan, source);
	for (guint i = 0; i < plan->upcalls->len; i++) {
		const struct crossing *crossing = plan->upcalls->pdata[i];

		if (source_at(plan, crossing->home) == source)
			emit_upcall(to, plan, crossing);
	}
	for (guint i = 0; i < plan->downcalls->len; i++) {
		const struct crossing *crossing = plan->downcalls->pdata[i];

		if (source_at(plan, crossing->home) == source)
			emit_downcall(to, plan, crossing);
	}
	emit_records(to, plan, source, KERNEL_HALF);
	emit_symbols(to, plan, source);
	if (!is_main)
		return;
	emit_tables(to, plan, KERNEL_HALF);
	emit_module(to, plan->model);
}
