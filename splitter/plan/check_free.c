// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The closing check: memory that user code frees. The runtime frees what the user half
 * allocated; of what the kernel half allocated, it has no account.
 */
#include "check_plan_internal.h"

#define DEPTH_MAX	8

struct search {
	const struct check *check;
	GHashTable *seen;	/* struct field * */
};

static const struct function *kept_value(struct search *s, const struct function *in,
					 const struct argument *value, int depth);

static bool is_user(const struct search *s, const struct function *function)
{
	const struct decision *decision = partition_of(s->check->plan->partition, function);

	return !decision || decision->domain == DOMAIN_USER;
}

/* All that is stored in a field, by either half. */
static const struct function *kept_field(struct search *s, const struct field *field, int depth)
{
	GPtrArray *functions = s->check->model->functions;

	if (!g_hash_table_add(s->seen, (gpointer)field))
		return NULL;
	for (guint i = 0; i < functions->len; i++) {
		const struct function *function = functions->pdata[i];

		for (guint j = 0; function->in_driver && j < function->stores->len; j++) {
			const struct store *store = function->stores->pdata[j];
			const struct function *found = store->kind == STORE_FIELD &&
				store->field == field ?
				kept_value(s, function, store->value, depth - 1) : NULL;

			if (found)
				return found;
		}
	}
	return NULL;
}

static const struct function *kept_local(struct search *s, const struct function *in,
					 const char *local, int depth)
{
	for (guint i = 0; i < in->stores->len; i++) {
		const struct store *store = in->stores->pdata[i];
		const struct function *found =
			store->kind == STORE_LOCAL && !strcmp(store->local, local) ?
			kept_value(s, in, store->value, depth - 1) : NULL;

		if (found)
			return found;
	}
	return NULL;
}

static const struct function *kept_param(struct search *s, const struct function *in, guint n,
					 int depth)
{
	for (guint i = 0; i < in->callers->len; i++) {
		const struct call *call = in->callers->pdata[i];
		const struct function *found = call->caller->in_driver && n < call->args->len ?
			kept_value(s, call->caller, call->args->pdata[n], depth - 1) : NULL;

		if (found)
			return found;
	}
	return NULL;
}

/* The function of the kernel half that @value, seen in @in, has from a call, or NULL. */
static const struct function *kept_value(struct search *s, const struct function *in,
					 const struct argument *value, int depth)
{
	if (!value || depth <= 0)
		return NULL;
	switch (value->kind) {
	case ARG_FIELD:
		return kept_field(s, value->field, depth);
	case ARG_LOCAL:
		return kept_local(s, in, value->local, depth);
	case ARG_PARAM:
		return kept_param(s, in, value->value, depth);
	case ARG_CALL:
		return is_user(s, in) ? NULL : in;
	default:
		return NULL;
	}
}

static char *describe(const struct check_work *w, const struct argument *value,
		      const struct function *kept)
{
	if (!kept)
		return g_strdup_printf("frees the string that %s.%s points at",
				       model_owner(w->check->model, value->field),
				       value->field->name);
	if (value->kind != ARG_FIELD)
		return g_strdup_printf("frees what %s() of the kernel half allocates", kept->name);
	return g_strdup_printf("frees what %s.%s points at, which %s() of the kernel half "
			       "allocates", model_owner(w->check->model, value->field),
			       value->field->name, kept->name);
}

/* Of what is a string to user code it has copies, which the kernel does not know. */
static bool is_text(const struct check_work *w, const struct argument *value)
{
	const struct wire_field *wire = value->kind == ARG_FIELD ?
		g_hash_table_lookup(w->shown, value->field) : NULL;

	return wire && wire->kind == WIRE_STR;
}

static void check_call(const struct check_work *w, struct function *function,
		       const struct call *call, guint arg)
{
	struct search s = { .check = w->check, .seen = g_hash_table_new(NULL, NULL) };
	const struct argument *value = call->args->pdata[arg];
	const struct function *found = kept_value(&s, function, value, DEPTH_MAX);

	if (found || is_text(w, value)) {
		g_autofree char *text = describe(w, value, found);

		check_blame(w, function, &call->at, text);
	}
	g_hash_table_unref(s.seen);
}

void check_frees(const struct check_work *w, struct function *function)
{
	for (guint i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct fact *fact = call->callee ?
			knowledge_fact(w->check->knowledge, call->callee->name) : NULL;

		if (fact && fact->frees >= 0 && fact->route == ROUTE_LOCAL &&
		    (guint)fact->frees < call->args->len)
			check_call(w, function, call, fact->frees);
	}
}
