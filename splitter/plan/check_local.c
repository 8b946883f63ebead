// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The closing check: records on the stack of the user half. The kernel half knows no
 * object there, so a pointer to one cannot be an argument of a downcall, on whatever
 * way it has come to that. Who has the record stays, not who hands it on.
 */
#include "check_plan_internal.h"

#define DEPTH_MAX	6

struct local_search {
	const struct check_work *w;
	const struct crossing *crossing;
	GHashTable *seen;	/* struct argument * */
};

static void search_value(struct local_search *s, struct function *in, const struct call *call,
			 const struct argument *value, int depth);

static const struct parameter *local_named(const struct function *in, const char *name,
					   gsize length)
{
	for (guint i = 0; i < in->locals->len; i++) {
		const struct parameter *local = in->locals->pdata[i];

		if (strlen(local->name) == length && !strncmp(local->name, name, length))
			return local;
	}
	return NULL;
}

/* "&record.member", of a variable that is a record itself. */
static bool is_within_local(const struct function *in, const struct argument *value)
{
	const char *name = value->text ? value->text + strspn(value->text, "(& ") : "";
	gsize length = strcspn(name, ".[-() ");
	const struct parameter *local = local_named(in, name, length);

	return local && name[length] && name[length] != '-' &&
	       local->type->kind != TYPE_POINTER;
}

/* How it is come by is not understood: is there one that it could point at? */
static bool may_be_local(const struct function *in, const struct argument *value)
{
	const struct type *to = value->type && value->type->kind == TYPE_POINTER ?
		value->type->elem : NULL;

	for (guint i = 0; to && to->record && i < in->locals->len; i++) {
		const struct type *type = ((struct parameter *)in->locals->pdata[i])->type;

		while (type->kind == TYPE_ARRAY)
			type = type->elem;
		if (type->kind == TYPE_RECORD && type->record == to->record)
			return true;
	}
	return false;
}

static void blame_local(struct local_search *s, struct function *in, const struct call *call,
			const struct argument *value)
{
	g_autofree char *text = NULL;

	if (value->text && value->text[0])
		text = g_strdup_printf("hands %s() a record on its stack, by %s, which is no "
				       "object of the kernel half", s->crossing->name, value->text);
	else
		text = g_strdup_printf("hands %s() a record on its stack, which is no object of "
				       "the kernel half", s->crossing->name);
	check_blame(s->w, in, &call->at, text);
}

static void search_stores(struct local_search *s, struct function *in, const struct call *call,
			  const char *local, int depth)
{
	for (guint i = 0; i < in->stores->len; i++) {
		const struct store *store = in->stores->pdata[i];

		if (store->kind == STORE_LOCAL && store->value && !strcmp(store->local, local))
			search_value(s, in, call, store->value, depth - 1);
	}
}

static void search_callers(struct local_search *s, const struct function *in, guint n, int depth)
{
	for (guint i = 0; i < in->callers->len; i++) {
		const struct call *call = in->callers->pdata[i];

		if (n < call->args->len && g_hash_table_contains(s->w->reached, call->caller))
			search_value(s, call->caller, call, call->args->pdata[n], depth - 1);
	}
}

/* What a function returns: of its parameters, what this call gives it. */
static void search_result(struct local_search *s, struct function *in, const struct call *call,
			  const struct call *made, int depth)
{
	const struct function *callee = made->callee;

	for (guint i = 0; callee && callee->defined && i < callee->stores->len; i++) {
		const struct store *store = callee->stores->pdata[i];

		if (store->kind == STORE_RETURN && store->value &&
		    store->value->kind == ARG_PARAM &&
		    (guint)store->value->value < made->args->len)
			search_value(s, in, call, made->args->pdata[store->value->value],
				     depth - 1);
	}
}

/* @call: where @in hands @value on */
static void search_value(struct local_search *s, struct function *in, const struct call *call,
			 const struct argument *value, int depth)
{
	if (depth <= 0 || !g_hash_table_add(s->seen, (gpointer)value))
		return;
	switch (value->kind) {
	case ARG_LOCAL_ADDRESS:
		blame_local(s, in, call, value);
		break;
	case ARG_FIELD_ADDRESS:
		if (is_within_local(in, value))
			blame_local(s, in, call, value);
		break;
	case ARG_LOCAL:
		search_stores(s, in, call, value->local, depth);
		break;
	case ARG_PARAM:
		search_callers(s, in, value->value, depth);
		break;
	case ARG_CALL:
		search_result(s, in, call, value->call, depth);
		break;
	case ARG_OTHER:
	case ARG_OFFSET:
		if (may_be_local(in, value))
			blame_local(s, in, call, value);
		break;
	default:
		break;
	}
}

void check_local(const struct check_work *w, struct function *function, const struct call *call,
		 const struct crossing *crossing, const struct argument *value)
{
	struct local_search s = {
		.w = w, .crossing = crossing, .seen = g_hash_table_new(NULL, NULL),
	};

	search_value(&s, function, call, value, DEPTH_MAX);
	g_hash_table_unref(s.seen);
}
