// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The closing check: addresses that would cross as numbers, in either direction. They mean
 * nothing in the other half, and the kernel's are not the user half's to know.
 */
#include "mdrv_plan.h"
#include "check_plan_internal.h"

static const struct crossing *crossing_to(GPtrArray *crossings, const struct function *function)
{
	for (guint i = 0; i < crossings->len; i++) {
		const struct crossing *crossing = crossings->pdata[i];

		if (crossing->function == function)
			return crossing;
	}
	return NULL;
}

/* Does it cross as a mere number? An address of the calling process is one in either half. */
static bool is_number(const struct pass *pass)
{
	return pass->kind == PASS_INT && !pass->user && pass->type->kind != TYPE_POINTER;
}

static const struct pass *param_of(const struct crossing *crossing, unsigned int index)
{
	return crossing && index < crossing->params->len ? crossing->params->pdata[index] : NULL;
}

static char *stored(const struct check_work *w, const struct field *field)
{
	const struct wire_field *wire = g_hash_table_lookup(w->shown, field);

	if (!wire || wire->kind != WIRE_INT || !(wire->access & MDRV_W))
		return NULL;
	return g_strdup_printf("stores an address in %s.%s, a number",
			       model_owner(w->check->model, field), field->name);
}

static char *what_is_wrong(const struct check_work *w, const struct function *function,
			   const struct number_flow *flow)
{
	const struct plan *plan = w->check->plan;
	const struct crossing *down = crossing_to(plan->downcalls, flow->callee);
	const struct crossing *up = crossing_to(plan->upcalls, function);
	const struct pass *pass;

	switch (flow->kind) {
	case NUMBER_STORED:
		return stored(w, flow->field);
	case NUMBER_PASSED:
		pass = param_of(down, flow->index);
		return pass && is_number(pass) ?
			g_strdup_printf("hands %s() an address as a number", down->name) : NULL;
	case NUMBER_RETURNED:
		return up && is_number(&up->result) ?
			g_strdup("returns an address as a number") : NULL;
	case NUMBER_RESULT:
		return down && is_number(&down->result) ?
			g_strdup_printf("makes an address of what %s() returns, a number",
					down->name) : NULL;
	case NUMBER_GIVEN:
		pass = param_of(up, flow->index);
		return pass && pass->kind == PASS_INT && pass->type->kind != TYPE_POINTER ?
			g_strdup_printf("looks behind '%s', a number", pass->param->name) : NULL;
	}
	return NULL;
}

void check_addresses(const struct check_work *w, struct function *function)
{
	for (guint i = 0; function->numbers && i < function->numbers->len; i++) {
		const struct number_flow *flow = function->numbers->pdata[i];
		g_autofree char *text = what_is_wrong(w, function, flow);

		if (text)
			check_blame(w, function, &flow->at, text);
	}
}
