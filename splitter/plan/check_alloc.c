// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The closing check: memory that user code allocates. The kernel half makes what a site
 * of the plan is of, in the size that it knows for it.
 */
#include "check_plan_internal.h"

static const struct wire_site *site_of(const struct check_work *w, const struct call *call)
{
	const struct plan *plan = w->check->plan;

	for (guint i = 0; i < plan->sites->len; i++) {
		const struct wire_site *site = plan->sites->pdata[i];

		if (site->function == call->caller && site->line == call->at.line &&
		    !g_strcmp0(site->file, call->at.file))
			return site;
	}
	return NULL;
}

/* The record that the kernel half makes there; NULL: bytes, as many as are asked for. */
static const struct record *record_at(const struct check_work *w, const struct wire_site *site)
{
	GPtrArray *records = w->check->plan->records;
	const struct wire_record *record = site->record - 1 < records->len ?
		records->pdata[site->record - 1] : NULL;

	return record ? record->record : NULL;
}

static char *obstacle(const struct check_work *w, const struct call *call, const struct fact *fact)
{
	const struct wire_site *site = site_of(w, call);
	const struct argument *size = call->args->pdata[fact->alloc_size];
	const struct record *record = site ? record_at(w, site) : NULL;

	if (!site && fact->alloc_device >= 0)
		return g_strdup_printf("allocates by %s() what nothing tells the type of",
				       call->callee->name);
	if (record && (size->kind != ARG_INT || size->value != (int64_t)record->size))
		return g_strdup_printf("allocates a %s and something behind it by %s()",
				       record->name, call->callee->name);
	return NULL;
}

void check_allocations(const struct check_work *w, struct function *function)
{
	for (guint i = 0; function->in_driver && i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct fact *fact = call->callee ?
			knowledge_fact(w->check->knowledge, call->callee->name) : NULL;
		g_autofree char *text = NULL;

		if (!fact || fact->alloc_size < 0 || fact->route != ROUTE_LOCAL ||
		    (guint)fact->alloc_size >= call->args->len)
			continue;
		text = obstacle(w, call, fact);
		if (text)
			check_blame(w, function, &call->at, text);
	}
}
