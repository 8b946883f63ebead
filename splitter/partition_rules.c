// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What keeps a function out of the user half. Rules that look at one function
 * only; partition.c puts their verdicts together. Each verdict is a reason with
 * the place in the source that it comes from.
 */
#include <string.h>

#include "marshal.h"
#include "partition_rules.h"

/* TRAIT_MMIO is what user halves are for; container_of works on twins. */
#define TRAITS_PINNED (TRAIT_ASM_EFFECT | TRAIT_PER_CPU | TRAIT_PRIVILEGED | \
		       TRAIT_KERNEL_GLOBAL | TRAIT_STACK_OBJECT | TRAIT_CURRENT | \
		       TRAIT_ATOMIC_OP | TRAIT_FLOAT | TRAIT_ASM_GOTO)

static void add(GPtrArray *obstacles, struct reason *reason)
{
	guint i;

	for (i = 0; i < obstacles->len; i++) {
		const struct reason *known = obstacles->pdata[i];

		if (known->kind == reason->kind && !strcmp(known->text, reason->text))
			return;
	}
	g_ptr_array_add(obstacles, reason);
}

/* The argument that names the lock; in a macro it may be that of a nested call. */
static const struct argument *lock_argument(const struct call *call)
{
	GPtrArray *calls = call->caller->calls;
	guint i;

	for (i = 0; i < calls->len; i++) {
		const struct call *other = calls->pdata[i];
		const struct argument *arg = other->args && other->args->len ?
					     other->args->pdata[0] : NULL;

		if (arg && arg->text && *arg->text && other->at.line == call->at.line &&
		    other->at.column == call->at.column &&
		    (arg->field || arg->global || other == call))
			return arg;
	}
	return NULL;
}

/* Which lock? Its field or variable if the argument shows it. */
static gconstpointer lock_of(const struct call *call, const char **name)
{
	const struct argument *arg = lock_argument(call);

	*name = "a lock";
	if (!arg)
		return NULL;
	*name = arg->text;
	if (arg->field)
		return arg->field;
	return arg->global;
}

/* Another function that takes the same lock, the one in the most severe context. */
static const struct standing *sharer(const struct rules *rules, const struct standing *self,
				     gconstpointer lock)
{
	const struct standing *best = NULL;
	guint i;

	for (i = 0; lock && i < rules->contexts->standings->len; i++) {
		const struct standing *other = rules->contexts->standings->pdata[i];
		const char *name;

		if (other == self || !other->takes || lock_of(other->takes, &name) != lock)
			continue;
		if (!best || (other->contexts & CONTEXT_CRITICAL) >
			     (best->contexts & CONTEXT_CRITICAL))
			best = other;
	}
	return best;
}

static void check_locks(struct rules *rules, const struct standing *standing,
			GPtrArray *obstacles)
{
	const struct call *takes = standing->takes;
	const struct fact *fact = takes ? contexts_fact(rules->contexts, takes) : NULL;
	const struct standing *other;
	const char *name, *how;

	if (!takes)
		return;
	how = takes->macro ? takes->macro : takes->callee->name;
	if (fact && !fact->is_lock)
		fact = knowledge_fact(rules->knowledge, takes->callee->name);
	if (!fact || !fact->is_lock) {
		add(obstacles, reason_new(rules->model, REASON_PINNED, &takes->at, NULL,
					  "%s() starts a region that must not sleep", how));
		return;
	}
	other = sharer(rules, standing, lock_of(takes, &name));
	if (other && other->contexts & CONTEXT_CRITICAL)
		add(obstacles, reason_new(rules->model, REASON_TAKES_LOCK, &takes->at,
					  other->function, "takes %s by %s(), shared with %s() in %s context",
					  name, how, other->function->name,
					  context_name(other->contexts)));
	else
		add(obstacles, reason_new(rules->model, REASON_TAKES_LOCK, &takes->at, NULL,
					  "takes %s by %s()", name, how));
}

static void check_traits(struct rules *rules, const struct standing *standing,
			 GPtrArray *obstacles)
{
	static const char *const texts[] = {
		"has inline assembly with side effects", "uses per-CPU data",
		"uses a privileged instruction", "touches a global of the kernel",
		"puts an object on its stack that the kernel links to", "",
		"has an atomic operation", "", "computes in floating point", "has asm goto",
	};
	const struct function *function = standing->function;
	unsigned int bit;

	for (bit = 0; bit < 16; bit++) {
		const char *text = bit < G_N_ELEMENTS(texts) ? texts[bit] : "";

		if (!(function->traits & TRAITS_PINNED & 1u << bit))
			continue;
		if (1u << bit == TRAIT_CURRENT)
			text = "reads current";
		add(obstacles, reason_new(rules->model, REASON_PINNED, &function->at, NULL,
					  function->trait_text[bit] ? "%s: %s" : "%s", text,
					  function->trait_text[bit]));
	}
}

static void add_marshal(struct rules *rules, GPtrArray *obstacles, const struct location *at,
			const char *what, const char *why, const char *hint)
{
	struct reason *reason = reason_new(rules->model, REASON_PINNED, at, NULL, "%s%s", what,
					   why ? why : "cannot cross");

	reason->hint = hint;
	add(obstacles, reason);
}

static void check_outside_call(struct rules *rules, const struct call *call,
			       GPtrArray *obstacles)
{
	const char *why = NULL, *hint = NULL;
	struct location at = call->at;
	g_autofree char *what = NULL;
	enum route route = marshal_route(rules->model, rules->knowledge, call->callee, &why);

	what = g_strdup_printf("calls %s(): ", call->callee->name);
	if (route == ROUTE_PINNED)
		add_marshal(rules, obstacles, &call->at, what, why, NULL);
	else if (route == ROUTE_DOWNCALL &&
		 !marshal_downcall(rules->model, rules->knowledge, call->callee, call, &why, &at,
				   &hint))
		add_marshal(rules, obstacles, &call->at, what, why, hint);
}

static void check_slot_call(struct rules *rules, const struct call *call, GPtrArray *obstacles)
{
	g_autoptr(GPtrArray) targets = contexts_targets(rules->contexts, call);
	const struct record *owner = call->slot->owner;

	if (owner && owner->in_driver && targets->len)
		return;
	add(obstacles, reason_new(rules->model, REASON_PINNED, &call->at, NULL,
				  "calls through %s.%s, whose target may be the kernel's",
				  contexts_record(rules->contexts, call->slot), call->slot->name));
}

/* Does a fact give the macro that the call comes from to one side as a whole? */
static bool macro_decides(struct rules *rules, const struct call *call, GPtrArray *obstacles)
{
	const struct fact *fact = call->macro ? knowledge_fact(rules->knowledge, call->macro) :
						NULL;

	if (call->macro && g_hash_table_contains(rules->knowledge->local, call->macro))
		return true;
	if (!fact || (call->kind == CALL_DIRECT && !strcmp(call->macro, call->callee->name)))
		return false;
	if (fact->route == ROUTE_PINNED)
		add(obstacles, reason_new(rules->model, REASON_PINNED, &call->at, NULL,
					  "uses %s(): %s", call->macro, fact->why));
	return fact->route == ROUTE_LOCAL || fact->route == ROUTE_PINNED ||
	       (fact->route == ROUTE_DOWNCALL && fact->args->len);
}

static void check_calls(struct rules *rules, const struct standing *standing,
			GPtrArray *obstacles)
{
	guint i;

	for (i = 0; i < standing->function->calls->len; i++) {
		const struct call *call = standing->function->calls->pdata[i];
		const struct standing *callee = call->kind == CALL_DIRECT ?
			contexts_of(rules->contexts, call->callee) : NULL;

		if (callee && callee->unbalanced)
			add(obstacles, reason_new(rules->model, REASON_PINNED, &call->at,
						  call->callee,
						  "%s() leaves a lock held or releases one of its caller",
						  call->callee->name));
		if (macro_decides(rules, call, obstacles))
			continue;
		if (call->kind == CALL_POINTER)
			add(obstacles, reason_new(rules->model, REASON_PINNED, &call->at, NULL,
						  "calls through a pointer of unknown target"));
		else if (call->kind == CALL_SLOT)
			check_slot_call(rules, call, obstacles);
		else if (!callee)
			check_outside_call(rules, call, obstacles);
	}
}

static void check_accesses(struct rules *rules, const struct standing *standing,
			   GPtrArray *obstacles)
{
	const struct function *function = standing->function;
	guint i;

	for (i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];
		const char *why = marshal_access(rules->model, rules->knowledge, access);

		if (why)
			add(obstacles, reason_new(rules->model, REASON_PINNED, &access->at, NULL,
						  "%s", why));
	}
	for (i = 0; i < function->globals->len; i++) {
		const struct global_use *use = function->globals->pdata[i];

		if (use->global->in_driver || use->global->from_macro || use->global->scope ||
		    g_hash_table_contains(rules->knowledge->local, use->global->name))
			continue;
		add(obstacles, reason_new(rules->model, REASON_PINNED, &use->at, NULL,
					  "touches %s, a global of the kernel", use->global->name));
	}
}

/* A static variable of a function has no name that the other half could use. */
static void check_statics(struct rules *rules, const struct standing *standing,
			  GPtrArray *obstacles)
{
	const struct function *function = standing->function;

	for (guint i = 0; i < function->statics->len; i++) {
		const struct global *global = function->statics->pdata[i];
		const struct type *type = global->type;

		while (type->kind == TYPE_ARRAY)
			type = type->elem;
		if (!global->is_const && !type->is_const && !global->from_macro)
			add(obstacles, reason_new(rules->model, REASON_PINNED, &global->at, NULL,
						  "keeps '%s', a static variable, between calls",
						  global->name));
	}
}

void rules_body(struct rules *rules, const struct standing *standing, GPtrArray *obstacles)
{
	const struct function *function = standing->function;

	if (function->is_init || function->is_exit || function->from_macro)
		add(obstacles, reason_new(rules->model, REASON_MODULE, &function->at, NULL, "%s",
					  function->from_macro ? "defined by a macro" :
					  "runs when the module is loaded or unloaded"));
	check_locks(rules, standing, obstacles);
	check_traits(rules, standing, obstacles);
	check_calls(rules, standing, obstacles);
	check_accesses(rules, standing, obstacles);
	check_statics(rules, standing, obstacles);
}

static bool is_signed_int(const struct type *type)
{
	return type->kind == TYPE_INT && type->is_signed && !type->is_bool && type->size >= 4 &&
	       !g_str_has_prefix(type->canonical, "enum ");
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
	return is_signed_int(standing->function->type->elem);
}

static const struct field *last_field(const struct access *access)
{
	return access->path->pdata[access->path->len - 1];
}

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

static bool may_write(const struct rules *rules, const struct access *access)
{
	if (access->local)
		return false;
	if (access->modes & ACCESS_WRITE)
		return true;
	return access->modes & ACCESS_ADDRESS &&
	       !address_harmless(rules, access->in, last_field(access));
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
					  "releases by %s(), which would not happen without the user half",
					  call->kind == CALL_DIRECT ?
					  call->callee->name : call->slot ? call->slot->name :
					  "a pointer");
	}
	for (i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];
		const struct field *field = last_field(access);
		const struct function *other = may_write(rules, access) ?
			outside_user(rules, closure, field) : NULL;

		if (other)
			return reason_new(rules->model, REASON_NO_FAILURE, &access->at,
					  (struct function *)other,
					  "writes %s.%s, which %s() uses, and would not without the user half",
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
	GHashTableIter iter;
	gpointer function;

	collect_closure(rules, standing->function, closure);
	g_hash_table_iter_init(&iter, closure);
	while (g_hash_table_iter_next(&iter, &function, NULL)) {
		struct reason *reason = lost_by(rules, closure, function);

		if (reason)
			add(obstacles, reason);
	}
}

static bool acquired_in(const struct rules *rules, GHashTable *closure, const char *class)
{
	GHashTableIter iter;
	gpointer key;
	guint i;

	g_hash_table_iter_init(&iter, closure);
	while (g_hash_table_iter_next(&iter, &key, NULL)) {
		const struct function *function = key;

		for (i = 0; i < function->calls->len; i++) {
			const struct fact *fact = call_fact(rules, function->calls->pdata[i]);

			if (fact && !g_strcmp0(fact->acquires, class))
				return true;
		}
	}
	return false;
}

/* A call by which it gives up what another upcall acquired, or NULL. */
static const struct call *gives_up(const struct rules *rules, GHashTable *closure,
				   const struct function *function)
{
	guint i, j;

	for (i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct standing *callee = call->kind == CALL_DIRECT ?
			contexts_of(rules->contexts, call->callee) : NULL;
		const struct fact *fact = call_fact(rules, call);

		for (j = 0; callee && j < callee->entries->len; j++) {
			const struct entry *entry = callee->entries->pdata[j];

			if (entry->slot && !g_strcmp0(entry->slot->mode, "release"))
				return call;
		}
		if (fact && fact->releases && !fact->scoped &&
		    !acquired_in(rules, closure, fact->releases))
			return call;
	}
	return NULL;
}

/*
 * An operation that releases and acquires anew leaves the device half open if the
 * user half dies in between: only where the facts say how to mend that.
 */
static void check_torn(struct rules *rules, const struct standing *standing,
		       const struct entry *entry, GPtrArray *obstacles)
{
	g_autoptr(GHashTable) closure = g_hash_table_new(g_direct_hash, g_direct_equal);
	GHashTableIter iter;
	gpointer function;

	collect_closure(rules, standing->function, closure);
	g_hash_table_iter_init(&iter, closure);
	while (g_hash_table_iter_next(&iter, &function, NULL)) {
		const struct call *call = gives_up(rules, closure, function);

		if (call)
			add(obstacles, reason_new(rules->model, REASON_PINNED, &call->at,
						  call->callee,
						  "%s: releases by %s() what is in use, and a user half may die after that",
						  entry->text, call->callee->name));
	}
}

void rules_entry(struct rules *rules, const struct standing *standing, GPtrArray *obstacles)
{
	struct function *function = standing->function;
	const char *why = NULL, *hint = NULL;
	struct location at = function->at;
	guint i;

	for (i = 0; i < standing->entries->len; i++) {
		const struct entry *entry = standing->entries->pdata[i];

		if (entry->slot && entry->slot->pinned)
			add(obstacles, reason_new(rules->model, REASON_PINNED, &entry->at, NULL,
						  "%s: %s", entry->text, entry->slot->pinned));
		else if (entry->slot && !g_strcmp0(entry->slot->mode, "release"))
			check_release(rules, standing, obstacles);
		else if (!can_fail(rules, standing, entry))
			add(obstacles, reason_new(rules->model, REASON_NO_FAILURE, &entry->at,
						  NULL, "%s cannot report that nobody answered",
						  entry->text));
		else if (!entry->slot || (!entry->slot->mode && !entry->slot->torn))
			check_torn(rules, standing, entry, obstacles);
	}
	if (standing->entries->len && !standing->critical &&
	    !marshal_upcall(rules->model, rules->knowledge, function, &why, &at, &hint))
		add_marshal(rules, obstacles, &at, "", why, hint);
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

		if (!may_write(rules, access))
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

		if (use->modes & (ACCESS_WRITE | ACCESS_ADDRESS) && other &&
		    !use->global->is_const && !use->global->from_macro)
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

struct reason *rules_race(struct rules *rules, const struct standing *standing)
{
	const struct function *function = standing->function;
	guint i;

	for (i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];
		struct function *other = may_write(rules, access) ?
			meets(rules, access, rules->written) : NULL;
		const char *record;

		if (!other)
			continue;
		record = contexts_record(rules->contexts, last_field(access));
		if (also_reads(function, access))
			return reason_new(rules->model, REASON_PINNED, &access->at, other,
					  "updates %s.%s, which %s() updates in interrupt context",
					  record, last_field(access)->name, other->name);
		add(rules->assumptions,
		    reason_new(rules->model, REASON_MOVABLE, &access->at, other,
			       "%s() writes %s.%s, and so does %s(), but never at the same time",
			       function->name, record, last_field(access)->name, other->name));
	}
	return NULL;
}

static void note(GHashTable *table, gconstpointer key, struct function *function)
{
	if (!g_hash_table_contains(table, key))
		g_hash_table_insert(table, (gpointer)key, function);
}

static void collect(struct rules *rules, struct function *function)
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
	}
}

struct rules *rules_new(struct contexts *contexts, GPtrArray *assumptions)
{
	struct rules *rules = g_new0(struct rules, 1);
	guint i;

	rules->model = contexts->model;
	rules->knowledge = contexts->knowledge;
	rules->contexts = contexts;
	rules->assumptions = assumptions;
	rules->touched = g_hash_table_new(g_direct_hash, g_direct_equal);
	rules->accessed = g_hash_table_new(g_direct_hash, g_direct_equal);
	rules->written = g_hash_table_new(g_direct_hash, g_direct_equal);
	rules->globals = g_hash_table_new(g_direct_hash, g_direct_equal);
	for (i = 0; i < contexts->standings->len; i++) {
		const struct standing *standing = contexts->standings->pdata[i];

		if (standing->contexts & (CONTEXT_HARDIRQ | CONTEXT_SOFTIRQ | CONTEXT_UNKNOWN))
			collect(rules, standing->function);
	}
	return rules;
}

void rules_free(struct rules *rules)
{
	if (!rules)
		return;
	g_hash_table_unref(rules->touched);
	g_hash_table_unref(rules->accessed);
	g_hash_table_unref(rules->written);
	g_hash_table_unref(rules->globals);
	g_free(rules);
}
