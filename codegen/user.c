// SPDX-License-Identifier: GPL-2.0-or-later
/* Stubs and handlers of the user half. */
#include <inttypes.h>
#include <string.h>

#include "internal.h"
#include "mdrv_plan.h"

enum { TEXT_SIZE = 1024 };	/* of a formatted message, as printk's own line */

static char *stub_head(const struct crossing *crossing, bool is_definition)
{
	const struct function *function = crossing->function;
	bool own_name = !crossing->is_inline && !crossing->in_driver;
	/* Parentheses keep a function-like macro of that name away. */
	g_autofree char *name = own_name ? g_strdup_printf("(%s)", crossing->name) :
		g_strdup_printf("mdrv_dc_%s", crossing->name);
	g_autofree char *head = declare_function(function, name);

	return g_strdup_printf("%s%s", crossing->is_inline ? "static " : "", head);
}

static bool uses(const struct plan *plan, const struct crossing *crossing,
		 const struct source *source)
{
	for (guint i = 0; i < crossing->users->len; i++)
		if (source_at(plan, crossing->users->pdata[i]) == source)
			return true;
	return false;
}

/* <mdrv/interpose.h> must not make a macro without arguments of @name. */
static void emit_member(GString *to, const struct plan *plan, const char *name, GHashTable *seen)
{
	if (*name && g_hash_table_contains(plan->partition->knowledge->local, name) &&
	    g_hash_table_add(seen, (gpointer)name))
		emit(to, "#define MDRV_MEMBER_%s\n", name);
}

static void emit_variables(GString *to, const struct plan *plan, GPtrArray *variables,
			   GHashTable *seen)
{
	for (guint i = 0; i < variables->len; i++) {
		const struct parameter *variable = variables->pdata[i];

		emit_member(to, plan, variable->name, seen);
	}
}

/*
 * Members, parameters and variables, of the driver and of what it calls, that are called
 * like something that the user half's library provides.
 */
static void emit_members(GString *to, const struct plan *plan)
{
	const struct model *model = plan->model;
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < model->records->len; i++) {
		const struct record *record = model->records->pdata[i];

		for (guint j = 0; j < record->fields->len; j++) {
			const struct field *field = record->fields->pdata[j];

			if (field->type->kind != TYPE_POINTER)
				emit_member(to, plan, field->name, seen);
		}
	}
	for (guint i = 0; i < model->functions->len; i++) {
		const struct function *function = model->functions->pdata[i];

		emit_variables(to, plan, function->params, seen);
		emit_variables(to, plan, function->locals, seen);
	}
}

void emit_user_begin(GString *to, const struct plan *plan, const struct source *source)
{
	emit_banner(to, plan, USER_HALF, "what the source sees after its last #include");
	emit_late_includes(to, source);
	emit_members(to, plan);
	emit(to, "#include <mdrv/user.h>\n#include <mdrv/interpose.h>\n"
		 "#include \"mdrv-plan.h\"\n\n");
	emit(to, "/* Inlines and macros of the kernel that run there. */\n");
	for (guint i = 0; i < plan->downcalls->len; i++) {
		const struct crossing *crossing = plan->downcalls->pdata[i];
		g_autofree char *head = NULL;

		if (!crossing->is_inline || !uses(plan, crossing, source))
			continue;
		head = stub_head(crossing, false);
		emit(to, "%s;\n#undef %s\n#define %s mdrv_dc_%s\n", head, crossing->name,
		     crossing->name, crossing->name);
	}
}

static void emit_handler(GString *to, const struct plan *plan, const struct crossing *crossing)
{
	const struct function *function = crossing->function;
	bool is_void = crossing->result.kind == PASS_VOID;
	g_autofree char *args = call_args(function);
	g_autofree char *result = declare_result(function, "mdrv_ret");
	g_autoptr(GPtrArray) order = wire_order(crossing);

	emit(to, "/* %s:%u */\nint mdrv_h_%s(struct mdrv_call *mdrv_call)\n{\n",
	     short_path(plan, function->at.file), function->at.line, crossing->name);
	for (guint i = 0; i < order->len; i++)
		emit_get(to, plan, order->pdata[i]);
	if (!is_void)
		emit(to, "\t%s;\n", result);
	emit(to, "\n\tif (mdrv_upcall_enter(mdrv_call))\n\t\treturn -EPROTO;\n");
	emit(to, "\t%s%s(%s);\n", is_void ? "" : "mdrv_ret = ", function->name, args);
	emit_put_result(to, plan, crossing);
	emit(to, "\treturn 0;\n}\n\n");
}

static const struct pass *format_of(const struct crossing *crossing)
{
	for (guint i = 0; i < crossing->params->len; i++) {
		const struct pass *pass = crossing->params->pdata[i];

		if (pass->kind == PASS_FORMAT)
			return pass;
	}
	return NULL;
}

static void emit_format(GString *to, const struct crossing *crossing)
{
	const struct pass *format = format_of(crossing);

	if (!format)
		return;
	emit(to, "\tva_start(mdrv_args, %s);\n"
		 "\tmdrv_vscnprintf(mdrv_text, sizeof(mdrv_text), %s, mdrv_args);\n"
		 "\tva_end(mdrv_args);\n", format->param->name, format->param->name);
}

static void emit_stub(GString *to, const struct plan *plan, const struct crossing *crossing)
{
	const struct function *function = crossing->function;
	bool is_void = crossing->result.kind == PASS_VOID;
	g_autofree char *head = stub_head(crossing, true);
	g_autofree char *result = declare_result(function, "mdrv_ret");
	g_autoptr(GPtrArray) order = wire_order(crossing);

	if (crossing->in_driver)
		emit(to, "%s;\n", head);
	emit(to, "%s\n{\n\tstruct mdrv_call mdrv_call;\n", head);
	if (format_of(crossing))
		emit(to, "\tchar mdrv_text[%d];\n\tva_list mdrv_args;\n", TEXT_SIZE);
	if (!is_void)
		emit(to, "\t%s;\n", result);
	emit(to, "\n");
	emit_format(to, crossing);
	emit(to, "\tmdrv_downcall_begin(&mdrv_call, MDRV_DC_%s);\n", crossing->name);
	for (guint i = 0; i < order->len; i++)
		emit_put(to, plan, order->pdata[i]);
	emit(to, "\tmdrv_downcall_run(&mdrv_call);\n");
	emit_get_result(to, plan, crossing);
	emit(to, "\tmdrv_downcall_end(&mdrv_call, 0);\n%s}\n\n",
	     is_void ? "" : "\treturn mdrv_ret;\n");
}

void emit_user_end(GString *to, const struct plan *plan, const struct source *source)
{
	bool is_main = source == plan->model->sources->pdata[0];

	emit_banner(to, plan, USER_HALF, "stubs, handlers and tables");
	emit(to, "#define MDRV_FITS(type) 0	/* the kernel half checks */\n\n");
	for (guint i = 0; i < plan->downcalls->len; i++) {
		const struct crossing *crossing = plan->downcalls->pdata[i];

		if (crossing->is_inline ? uses(plan, crossing, source) :
		    source_at(plan, crossing->home) == source)
			emit_stub(to, plan, crossing);
	}
	for (guint i = 0; i < plan->upcalls->len; i++) {
		const struct crossing *crossing = plan->upcalls->pdata[i];

		if (source_at(plan, crossing->home) == source)
			emit_handler(to, plan, crossing);
	}
	emit_records(to, plan, source, USER_HALF);
	emit_symbols(to, plan, source);
	if (!is_main)
		return;
	emit_tables(to, plan, USER_HALF);
	emit(to, "const struct mdrv_half mdrv_half __attribute__((visibility(\"default\"))) = {\n"
		 "\t.plan = &mdrv_plan,\n};\n");
}

/* Plain C without the kernel's headers: their prototypes do not matter here. */
GString *print_traps(const struct plan *plan)
{
	GString *to = g_string_new(NULL);

	emit_banner(to, plan, USER_HALF, "functions that only have an address here");
	emit(to, "#include <mdrv/user.h>\n\n");
	emit(to, "struct module;\nextern struct module __this_module;\n"
		 "char mdrv_this_module[65536] __asm__(\"__this_module\");\n\n");
	for (guint i = 0; i < plan->globals->len; i++) {
		const struct global *global =
			((struct wire_global *)plan->globals->pdata[i])->global;

		if (!global->in_driver && strcmp(global->name, "__this_module"))
			emit(to, "char mdrv_kernel_%s[%" PRIu64 "] __asm__(\"%s\") "
				 "__attribute__((aligned(64)));\n\n", global->name,
			     global->type->size, global->name);
	}
	for (guint i = 0; i < plan->traps->len; i++) {
		const char *name = ((struct function *)plan->traps->pdata[i])->name;

		emit(to, "void mdrv_no_%s(void) __asm__(\"%s\");\n"
			 "void mdrv_no_%s(void)\n{\n\tmdrv_trap(\"%s\");\n}\n\n", name, name, name,
		     name);
	}
	return to;
}

/* To the linker, of names that nothing else defines: addresses that nothing is ever at. */
GString *print_absent(const struct plan *plan)
{
	GString *to = g_string_new(NULL);

	emit_banner(to, plan, USER_HALF, "data of other modules, which only has an address here");
	for (guint i = 0; i < plan->absent->len; i++)
		emit(to, "PROVIDE(%s = 0xdead000000000000);\n",
		     ((struct global *)plan->absent->pdata[i])->name);
	return to;
}
