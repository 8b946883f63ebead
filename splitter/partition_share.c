// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * State that a function shares with code in interrupt context: what keeps it from
 * being in both halves, or from running beside interrupts in the user half.
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

/* The function in interrupt context that meets this access, or NULL. */
static struct function *meets(const struct rules *rules, const struct access *access,
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
		other = meets(rules, access, rules->accessed);
		if (other)
			return reason_new(rules->model, REASON_PINNED, &access->at, other,
					  "writes %s.%s, which %s() uses in interrupt context",
					  contexts_record(rules->contexts, last_field(access)),
					  last_field(access)->name, other->name);
	}
	for (i = 0; i < function->globals->len; i++) {
		const struct global_use *use = function->globals->pdata[i];
		struct function *other = g_hash_table_lookup(rules->globals, use->global);

		if (global_use_modes(use) & ACCESS_WRITE && other && !use->global->is_const &&
		    !use->global->from_macro)
			return reason_new(rules->model, REASON_PINNED, &use->at, other,
					  "writes %s, which %s() uses in interrupt context",
					  use->global->name, other->name);
	}
	return NULL;
}

static bool also_reads(const struct function *function, const struct access *written)
{
	guint i;

	for (i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];

		if (last_field(access) == last_field(written) && access->modes & ACCESS_READ)
			return true;
	}
	return false;
}

/* Its fields are accesses of their own: see rules_race(). */
static bool is_struct(const struct global *global)
{
	const struct type *type = global->type;

	while (type->kind == TYPE_ARRAY)
		type = type->elem;
	return type->kind == TYPE_RECORD;
}

static bool reads_global(const struct function *function, const struct global *global)
{
	for (guint i = 0; i < function->globals->len; i++) {
		const struct global_use *use = function->globals->pdata[i];

		if (use->global == global && global_use_modes(use) & ACCESS_READ)
			return true;
	}
	return false;
}

static struct reason *races_for_global(struct rules *rules, const struct function *function)
{
	for (guint i = 0; i < function->globals->len; i++) {
		const struct global_use *use = function->globals->pdata[i];
		struct function *other = g_hash_table_lookup(rules->globals_written, use->global);

		if (!other || !(global_use_modes(use) & ACCESS_WRITE) || is_struct(use->global) ||
		    use->global->is_const || use->global->from_macro)
			continue;
		if (reads_global(function, use->global))
			return reason_new(rules->model, REASON_PINNED, &use->at, other,
					  "updates %s, which %s() updates in interrupt context",
					  use->global->name, other->name);
		rules_add(rules->assumptions,
			  reason_new(rules->model, REASON_MOVABLE, &use->at, other,
				     "%s() writes %s, and so does %s(), but never at the same time",
				     function->name, use->global->name, other->name));
	}
	return NULL;
}

struct reason *rules_race(struct rules *rules, const struct standing *standing)
{
	const struct function *function = standing->function;
	guint i;

	for (i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];
		struct function *other = rules_may_write(rules, access) ?
			meets(rules, access, rules->written) : NULL;
		const char *record;

		if (!other)
			continue;
		record = contexts_record(rules->contexts, last_field(access));
		if (also_reads(function, access))
			return reason_new(rules->model, REASON_PINNED, &access->at, other,
					  "updates %s.%s, which %s() updates in interrupt context",
					  record, last_field(access)->name, other->name);
		rules_add(rules->assumptions,
		    reason_new(rules->model, REASON_MOVABLE, &access->at, other,
			       "%s() writes %s.%s, and so does %s(), but never at the same time",
			       function->name, record, last_field(access)->name, other->name));
	}
	return races_for_global(rules, function);
}

static void note(GHashTable *table, gconstpointer key, struct function *function)
{
	if (!g_hash_table_contains(table, key))
		g_hash_table_insert(table, (gpointer)key, function);
}

void rules_collect(struct rules *rules, struct function *function)
{
	guint i, j;

	for (i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];

		if (access->local)
			continue;
		for (j = 0; j < access->path->len; j++)
			note(rules->touched, access->path->pdata[j], function);
		note(rules->accessed, last_field(access), function);
		if (access->modes & ACCESS_WRITE)
			note(rules->written, last_field(access), function);
	}
	for (i = 0; i < function->globals->len; i++) {
		const struct global_use *use = function->globals->pdata[i];

		note(rules->globals, use->global, function);
		if (global_use_modes(use) & ACCESS_WRITE)
			note(rules->globals_written, use->global, function);
	}
}
