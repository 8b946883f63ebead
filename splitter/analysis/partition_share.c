// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * State that a function shares with code in interrupt context: what keeps it from
 * being in both halves. partition_race.c has the rest.
 */
#include "global.h"
#include "marshal.h"
#include "partition_rules.h"

/* Is an address that is taken only handed to functions that run in the kernel? */
static bool address_harmless(const struct rules *rules, const struct function *function,
			     const struct field *field)
{
	bool seen = false;
	guint i, j;

	if (field->type->kind == TYPE_RECORD)
		return true;	/* what is written behind it is an access of its own */
	for (i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const char *why;

		for (j = 0; j < call->args->len; j++) {
			const struct argument *arg = call->args->pdata[j];
			const struct parameter *param;

			if (arg->kind != ARG_FIELD_ADDRESS || arg->field != field)
				continue;
			if (call->kind != CALL_DIRECT || j >= call->callee->params->len)
				return false;
			param = call->callee->params->pdata[j];
			seen = true;
			if (param->type->elem && param->type->elem->is_const)
				continue;
			if (contexts_of(rules->contexts, call->callee) ||
			    marshal_route(rules->model, rules->knowledge, call->callee, &why) !=
			    ROUTE_DOWNCALL)
				return false;
		}
	}
	return seen;
}

bool rules_may_write(const struct rules *rules, const struct access *access)
{
	if (access->local)
		return false;
	if (access->modes & ACCESS_WRITE)
		return true;
	return access->modes & ACCESS_ADDRESS &&
	       !address_harmless(rules, access->in, last_field(access));
}

struct function *rules_meets(const struct rules *rules, const struct access *access,
			     GHashTable *accessed)
{
	struct function *other = g_hash_table_lookup(accessed, last_field(access));
	guint i;

	if (!other && accessed == rules->accessed)
		other = g_hash_table_lookup(rules->touched, last_field(access));
	/* An enclosing record that is accessed as a whole. */
	for (i = 0; !other && i + 1 < access->path->len; i++)
		other = g_hash_table_lookup(accessed, access->path->pdata[i]);
	return other;
}

struct reason *rules_twice(struct rules *rules, const struct standing *standing)
{
	const struct hint *hint = knowledge_hint(rules->knowledge, standing->function->name);
	const struct function *function = standing->function;
	guint i;

	if (hint && !g_strcmp0(hint->domain, "both"))
		return NULL;
	for (i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];
		struct function *other;

		if (!rules_may_write(rules, access))
			continue;
		other = rules_meets(rules, access, rules->accessed);
		if (other)
			return reason_new(rules->model, REASON_PINNED, &access->at, other,
					  "writes %s.%s, which %s() uses in interrupt context",
					  contexts_record(rules->contexts, last_field(access)),
					  last_field(access)->name, other->name);
	}
	for (i = 0; i < function->globals->len; i++) {
		const struct global_use *use = function->globals->pdata[i];
		struct function *other = g_hash_table_lookup(rules->globals, use->global);

		if (global_use_modes(rules->knowledge, use) & ACCESS_WRITE && other &&
		    !use->global->is_const && !use->global->from_macro)
			return reason_new(rules->model, REASON_PINNED, &use->at, other,
					  "writes %s, which %s() uses in interrupt context",
					  use->global->name, other->name);
	}
	return NULL;
}

static void note(GHashTable *table, gconstpointer key, struct function *function)
{
	if (!g_hash_table_contains(table, key))
		g_hash_table_insert(table, (gpointer)key, function);
}

/*
 * What kernel inlines do to the kernel's records is the kernel's affair, and an inline
 * that makes one type of another does nothing to it.
 */
static bool is_own(const struct function *function, const struct access *access)
{
	return function->in_driver || (!access->raw && (access->base->in_driver ||
	       (access->global && access->global->in_driver)));
}

static void collect(struct rules *rules, struct function *function, struct function *for_whom,
		    GHashTable *seen)
{
	guint i, j;

	if (!g_hash_table_add(seen, function))
		return;
	for (i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];

		if (access->local || !is_own(function, access))
			continue;
		for (j = 0; j < access->path->len; j++)
			note(rules->touched, access->path->pdata[j], for_whom);
		note(rules->accessed, last_field(access), for_whom);
		if (access->modes & ACCESS_WRITE)
			note(rules->written, last_field(access), for_whom);
	}
	for (i = 0; i < function->globals->len; i++) {
		const struct global_use *use = function->globals->pdata[i];

		note(rules->globals, use->global, for_whom);
		if (global_use_modes(rules->knowledge, use) & ACCESS_WRITE)
			note(rules->globals_written, use->global, for_whom);
	}
	/* inlines of headers, the driver's own among them, have no standing */
	for (i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];

		if (call->callee && call->callee->in_header && !call->callee->in_driver)
			collect(rules, call->callee, for_whom, seen);
	}
}

void rules_collect(struct rules *rules, struct function *function)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

	collect(rules, function, function, seen);
}
