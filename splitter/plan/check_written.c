// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The closing check: memory behind a pointer that user code writes. What it has allocated
 * itself is known to the runtime, which takes changes of it; of what the kernel half has
 * allocated the user half has a copy, and what it writes there is lost.
 */
#include "check_plan_internal.h"
#include "marshal.h"

/* Does @function allocate, in the kernel half, what it stores in @field? */
static bool gives_kept(const struct check_work *w, const struct function *function,
		       const struct field *field)
{
	const struct decision *decision = partition_of(w->check->plan->partition, function);
	bool moved = g_hash_table_contains(w->reached, function) &&
		     (!decision || decision->domain == DOMAIN_USER);

	for (guint i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct fact *fact = call->assigned_field == field && call->callee ?
			knowledge_fact(w->check->knowledge, call->callee->name) : NULL;

		if (fact && (!moved || fact->route != ROUTE_LOCAL))
			return true;
	}
	return false;
}

void check_written(const struct check_work *w, struct function *function)
{
	const struct model *model = w->check->model;

	for (guint i = 0; i < function->raw_uses->len; i++) {
		const struct raw_flow *use = function->raw_uses->pdata[i];

		if (!(use->modes & ACCESS_WRITE) ||
		    !marshal_length(w->check->model, w->check->knowledge, use->field))
			continue;
		for (guint j = 0; j < model->functions->len; j++) {
			const struct function *giver = model->functions->pdata[j];
			g_autofree char *text = NULL;

			if (!giver->in_driver || !gives_kept(w, giver, use->field))
				continue;
			text = g_strdup_printf("writes what %s.%s points at, which %s() of the "
					       "kernel half allocates", use->field->owner->name,
					       use->field->name, giver->name);
			check_blame(w, function, &use->at, text);
			break;
		}
	}
}
