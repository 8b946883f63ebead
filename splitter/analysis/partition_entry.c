// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What keeps the kernel from entering a function in the user half: there must be a
 * way to say that nobody answered, and a user half that dies in it must leave
 * nothing that the kernel cannot mend.
 */
#include <string.h>

#include "body.h"
#include "marshal.h"
#include "partition_rules.h"

static bool is_signed_int(const struct type *type)
{
	return type->kind == TYPE_INT && type->is_signed && !type->is_bool && type->size >= 4 &&
	       !g_str_has_prefix(type->canonical, "enum ");
}

/* "-EINVAL" in any statement or expression that has no others in it. */
static bool names_error_code(const char *text, const struct part *part)
{
	guint i, count = part->parts ? part->parts->len : 0;

	for (i = 0; i < count; i++) {
		if (names_error_code(text, part->parts->pdata[i]))
			return true;
	}
	for (i = part->begin; !count && i + 2 < part->end; i++) {
		if (text[i] == '-' && text[i + 1] == 'E' && g_ascii_isupper(text[i + 2]))
			return true;
	}
	return false;
}

/*
 * Other modules call it: nothing but its own text says whether what it returns is a code
 * for an error, or an answer to a question. "return f(x)" may be either.
 */
static bool tells_errors(const struct rules *rules, const struct function *function)
{
	const struct source *source = model_source(rules->model, function->file);

	return source && source->text && function->body && function->body->whole &&
	       names_error_code(source->text, function->body->whole);
}

/* Can the caller be told that there is nobody to answer? */
static bool can_fail(const struct rules *rules, const struct standing *standing,
		     const struct entry *entry)
{
	const struct hint *hint = knowledge_hint(rules->knowledge, standing->function->name);
	const struct slot_fact *slot = entry->slot;

	if (hint && hint->failure)
		return true;
	if (slot && (slot->lossy || slot->failure))
		return true;
	return is_signed_int(standing->function->type->elem) &&
	       (entry->escape->kind != ESCAPE_EXPORT ||
		tells_errors(rules, standing->function));
}

static const struct fact *call_fact(const struct rules *rules, const struct call *call)
{
	return call->kind == CALL_DIRECT ?
	       knowledge_fact(rules->knowledge, call->callee->name) : NULL;
}

/* Does it release what the runtime would release by itself, or change nothing? */
static bool accounted_for(const struct rules *rules, const struct call *call)
{
	const struct fact *fact = contexts_fact(rules->contexts, call);
	const char *why;

	if (marshal_is_replaced(rules->knowledge, call))
		return true;
	if (call->kind != CALL_DIRECT)
		return false;
	if (fact && (fact->releases || fact->frees >= 0 || fact->missable || fact->format >= 0))
		return true;
	return marshal_route(rules->model, rules->knowledge, call->callee, &why) == ROUTE_LOCAL;
}

/* Does code that a release does not run use this field? */
static const struct function *outside_user(const struct rules *rules, GHashTable *closure,
					   const struct field *field)
{
	guint i, j;

	for (i = 0; i < rules->contexts->standings->len; i++) {
		const struct standing *other = rules->contexts->standings->pdata[i];
		const struct function *function = other->function;

		for (j = 0; !g_hash_table_contains(closure, function) &&
			    j < function->accesses->len; j++) {
			if (last_field(function->accesses->pdata[j]) == field)
				return function;
		}
	}
	return NULL;
}

/* What would be lost if this part of a release were left out? */
static struct reason *lost_by(struct rules *rules, GHashTable *closure,
			      const struct function *function)
{
	guint i;

	for (i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];

		if (call->kind == CALL_DIRECT && contexts_of(rules->contexts, call->callee))
			continue;
		if (!accounted_for(rules, call))
			return reason_new(rules->model, REASON_NO_FAILURE, &call->at, NULL,
					  "releases by %s(), which would not happen without the "
					  "user half",
					  call->kind == CALL_DIRECT ?
					  call->callee->name : call->slot ? call->slot->name :
					  "a pointer");
	}
	for (i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];
		const struct field *field = last_field(access);
		const struct function *other = rules_may_write(rules, access) ?
			outside_user(rules, closure, field) : NULL;

		if (other)
			return reason_new(rules->model, REASON_NO_FAILURE, &access->at,
					  (struct function *)other,
					  "writes %s.%s, which %s() uses, and would not without "
					  "the user half",
					  contexts_record(rules->contexts, field), field->name,
					  other->name);
	}
	return NULL;
}

static void collect_closure(const struct rules *rules, const struct function *function,
			    GHashTable *closure)
{
	guint i, j;

	if (!g_hash_table_add(closure, (gpointer)function))
		return;
	for (i = 0; i < function->calls->len; i++) {
		g_autoptr(GPtrArray) targets = contexts_targets(rules->contexts,
								function->calls->pdata[i]);

		for (j = 0; j < targets->len; j++)
			collect_closure(rules, targets->pdata[j], closure);
	}
}

/*
 * Without a user half the runtime undoes what the owner holds instead of calling
 * a release. That is as good only if the release does nothing else.
 */
static void check_release(struct rules *rules, const struct standing *standing,
			  GPtrArray *obstacles)
{
	g_autoptr(GHashTable) closure = g_hash_table_new(g_direct_hash, g_direct_equal);
	guint i;

	collect_closure(rules, standing->function, closure);
	for (i = 0; i < rules->contexts->standings->len; i++) {
		const struct standing *part = rules->contexts->standings->pdata[i];
		struct reason *reason = g_hash_table_contains(closure, part->function) ?
			lost_by(rules, closure, part->function) : NULL;

		if (reason)
			rules_add(obstacles, reason);
	}
}

/* The calls of an operation, in the order in which they are written. */
struct walk {
	struct rules *rules;
	const struct entry *entry;
	GHashTable *seen;		/* functions */
	GHashTable *acquired;		/* classes of what it acquired so far */
	GPtrArray *obstacles;
};

/* Does a call give up what another upcall acquired? */
static bool gives_up(const struct walk *walk, const struct call *call, const struct fact *fact)
{
	const struct standing *callee = call->kind == CALL_DIRECT ?
		contexts_of(walk->rules->contexts, call->callee) : NULL;
	guint i;

	for (i = 0; callee && i < callee->entries->len; i++) {
		const struct entry *entry = callee->entries->pdata[i];

		if (entry->slot && !g_strcmp0(entry->slot->mode, "release"))
			return true;
	}
	return fact && fact->releases && !fact->scoped &&
		!g_hash_table_contains(walk->acquired, fact->releases);
}

static void walk_calls(struct walk *walk, const struct function *function)
{
	guint i, j;

	if (!g_hash_table_add(walk->seen, (gpointer)function))
		return;
	for (i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct fact *fact = call_fact(walk->rules, call);
		g_autoptr(GPtrArray) targets = contexts_targets(walk->rules->contexts, call);

		if (gives_up(walk, call, fact))
			rules_add(walk->obstacles,
				  reason_new(walk->rules->model, REASON_PINNED, &call->at,
					     call->callee,
					     "%s: releases by %s() what is in use, and a "
					     "user half may die after that",
					     walk->entry->text, call->callee->name));
		if (fact && fact->acquires)
			g_hash_table_add(walk->acquired, (gpointer)fact->acquires);
		for (j = 0; j < targets->len; j++)
			walk_calls(walk, targets->pdata[j]);
	}
}

/*
 * An operation that releases and acquires anew leaves the device half open if the
 * user half dies in between: only where the facts say how to mend that. What was
 * acquired further up is its own to release: that is how errors are handled.
 */
static void check_torn(struct rules *rules, const struct standing *standing,
		       const struct entry *entry, GPtrArray *obstacles)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) acquired = g_hash_table_new(g_str_hash, g_str_equal);
	struct walk walk = { rules, entry, seen, acquired, obstacles };

	walk_calls(&walk, standing->function);
}

void rules_entry(struct rules *rules, const struct standing *standing, GPtrArray *obstacles)
{
	struct function *function = standing->function;
	const char *why = NULL, *hint = NULL;
	struct location at = function->at;
	guint i;

	for (i = 0; i < standing->entries->len; i++) {
		const struct entry *entry = standing->entries->pdata[i];
		const char *pinned = entry->slot ? entry->slot->pinned :
				     entry->arg ? entry->arg->pinned : NULL;

		if (pinned)
			rules_add(obstacles,
				  reason_new(rules->model, REASON_PINNED, &entry->at, NULL,
					     "%s: %s", entry->text, pinned));
		else if (entry->slot && !g_strcmp0(entry->slot->mode, "release"))
			check_release(rules, standing, obstacles);
		else if (!can_fail(rules, standing, entry))
			rules_add(obstacles,
				  reason_new(rules->model, REASON_NO_FAILURE, &entry->at,
					     NULL, "%s cannot report that nobody answered",
					     entry->text));
		else if (!entry->slot || (!entry->slot->mode && !entry->slot->torn))
			check_torn(rules, standing, entry, obstacles);
	}
	if (standing->entries->len && !standing->critical &&
	    !marshal_upcall(rules->model, rules->knowledge, function, &why, &at, &hint))
		rules_add_marshal(rules, obstacles, &at, "", why, hint);
}
