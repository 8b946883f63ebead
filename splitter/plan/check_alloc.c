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
	const struct argument *size = fact->alloc_text ? NULL :
		call->args->pdata[fact->alloc_size];
	const struct record *record = site ? record_at(w, site) : NULL;

	if (!site && fact->alloc_device >= 0)
		return g_strdup_printf("allocates by %s() what nothing tells the type of",
				       call->callee->name);
	if (record && fact->alloc_count >= 0)
		return g_strdup_printf("allocates many of %s in one piece by %s()", record->name,
				       call->callee->name);
	if (record && size && (size->kind != ARG_INT || size->value != (int64_t)record->size))
		return g_strdup_printf("allocates a %s and something behind it by %s()",
				       record->name, call->callee->name);
	return NULL;
}

static bool is_of_many(const struct check_work *w, const struct call *call)
{
	const struct fact *fact = call && call->callee ?
		knowledge_fact(w->check->knowledge, call->callee->name) : NULL;

	return fact && fact->alloc_count >= 0 && call->assigned_record;
}

/* The call that @value is the result of, also by way of a local variable, if it makes many. */
static const struct call *makes_many(const struct check_work *w, const struct function *in,
				     const struct argument *value)
{
	if (!value || value->kind != ARG_LOCAL)
		return value && value->kind == ARG_CALL && is_of_many(w, value->call) ?
			value->call : NULL;
	for (guint i = 0; i < in->stores->len; i++) {
		const struct store *store = in->stores->pdata[i];

		if (store->kind == STORE_LOCAL && !g_strcmp0(store->local, value->local) &&
		    store->value && store->value->kind == ARG_CALL &&
		    is_of_many(w, store->value->call))
			return store->value->call;
	}
	return NULL;
}

/* The fields for which somebody of the driver makes many records in one piece. */
GHashTable *check_many_of(const struct check_work *w)
{
	GHashTable *many = g_hash_table_new(NULL, NULL);
	GPtrArray *functions = w->check->model->functions;

	for (guint i = 0; i < functions->len; i++) {
		const struct function *function = functions->pdata[i];

		for (guint j = 0; function->in_driver && j < function->stores->len; j++) {
			const struct store *store = function->stores->pdata[j];
			const struct call *call = store->kind == STORE_FIELD ?
				makes_many(w, function, store->value) : NULL;

			if (call)
				g_hash_table_insert(many, (gpointer)store->field, (gpointer)call);
		}
	}
	return many;
}

/* A twin is of the first of them. */
static void check_many(const struct check_work *w, struct function *function)
{
	for (guint i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];
		const struct field *field = access->path->pdata[access->path->len - 1];
		const struct call *call = g_hash_table_lookup(w->many, field);
		g_autofree char *text = !call ? NULL :
			g_strdup_printf("uses %s.%s, for which %s() allocates many of %s",
					model_owner(w->check->model, field), field->name,
					call->caller->name, call->assigned_record->name);

		if (text)
			check_blame(w, function, &access->at, text);
	}
}

void check_allocations(const struct check_work *w, struct function *function)
{
	if (function->in_driver)
		check_many(w, function);
	for (guint i = 0; function->in_driver && i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct fact *fact = call->callee ?
			knowledge_fact(w->check->knowledge, call->callee->name) : NULL;
		g_autofree char *text = NULL;

		if (!fact || fact->route != ROUTE_LOCAL || (!fact->alloc_text &&
		    (guint)fact->alloc_size >= call->args->len))
			continue;
		text = obstacle(w, call, fact);
		if (text)
			check_blame(w, function, &call->at, text);
	}
}
