// SPDX-License-Identifier: GPL-2.0-or-later
/* mdrv explain GLOBAL: what it is, who uses it where, and whether it crosses. */
#include <string.h>

#include "explain_internal.h"
#include "knowledge.h"

GPtrArray *explain_find_globals(const struct partition *partition, const char *name)
{
	const struct model *model = partition->model;
	GPtrArray *globals = g_ptr_array_new();
	guint i;

	for (i = 0; i < model->globals->len; i++) {
		struct global *global = model->globals->pdata[i];

		if (global->in_driver && !strcmp(global->name, name))
			g_ptr_array_add(globals, global);
	}
	return globals;
}

static unsigned int modes_in(const struct function *function, const struct global *global,
			     struct location *at)
{
	unsigned int modes = 0;
	guint i;

	for (i = 0; function->globals && i < function->globals->len; i++) {
		const struct global_use *use = function->globals->pdata[i];

		if (use->global != global)
			continue;
		if (!modes)
			*at = use->at;
		modes |= use->modes;
	}
	return modes;
}

static void print_users(const struct question *question, const struct global *global)
{
	const struct partition *partition = question->partition;
	FILE *to = question->to;
	bool any = false;
	guint i;

	for (i = 0; i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];
		struct location at = { 0 };
		unsigned int modes = modes_in(decision->function, global, &at);

		if (!modes)
			continue;
		if (!any)
			fputs("used by\n", to);
		any = true;
		fprintf(to, "    %s() of %s%s:%s%s%s", decision->function->name,
			decision->domain == DOMAIN_BOTH ? "" : "the ",
			explain_halves[decision->domain], modes & ACCESS_READ ? " reads" : "",
			modes & ACCESS_WRITE ? " writes" : "",
			modes & ACCESS_ADDRESS ? " takes its address" : "");
		explain_at(to, &at);
		fputc('\n', to);
	}
	if (!any)
		fputs("used by name nowhere\n", to);
}

static void print_crossing(const struct question *question, const struct global *global)
{
	const struct plan *plan = question->plan;
	const struct wire_global *found = NULL;
	FILE *to = question->to;
	guint i;

	fputs("crosses\n", to);
	for (i = 0; plan && i < plan->globals->len; i++) {
		const struct wire_global *wire = plan->globals->pdata[i];

		if (wire->global == global)
			found = wire;
	}
	if (!plan)
		fputs("    not known: the driver cannot be split as it is\n", to);
	else if (!found)
		fputs(global->is_const ? "    no: both halves have its contents from the start\n" :
		      "    no: nothing in the user half needs it\n", to);
	else if (!found->own->fields->len)
		fputs("    as an address: both halves have its contents from the start\n", to);
	else
		fprintf(to, "    as an object, with %u of its fields\n",
			found->own->fields->len);
}

void explain_one_global(const struct question *question, const struct global *global)
{
	fprintf(question->to, "%s:%u:%u: global %s: %s%s%s%s\n", global->at.file, global->at.line,
		global->at.column, global->name, global->is_static ? "static " : "",
		global->type->spelling, global->is_param ? ", a module parameter" : "",
		global->scope ? ", of a function" : "");
	print_users(question, global);
	print_crossing(question, global);
}
