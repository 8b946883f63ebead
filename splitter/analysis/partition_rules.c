// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What keeps a function out of the user half. Rules that look at one function
 * only; partition.c puts their verdicts together. Each verdict is a reason with
 * the place in the source that it comes from.
 */
#include <string.h>

#include "global.h"
#include "marshal.h"
#include "partition_rules.h"
#include "targets.h"

/*
 * TRAIT_MMIO is what user halves are for; container_of works on twins; which globals
 * of the kernel a user half has itself is for check_accesses() to tell.
 */
#define TRAITS_PINNED (TRAIT_ASM_EFFECT | TRAIT_PER_CPU | TRAIT_PRIVILEGED | \
		       TRAIT_STACK_OBJECT | TRAIT_CURRENT | TRAIT_ATOMIC_OP | \
		       TRAIT_FLOAT | TRAIT_ASM_GOTO)

void rules_add(GPtrArray *obstacles, struct reason *reason)
{
	guint i;

	for (i = 0; i < obstacles->len; i++) {
		const struct reason *known = obstacles->pdata[i];

		if (known->kind == reason->kind && !strcmp(known->text, reason->text))
			return;
	}
	g_ptr_array_add(obstacles, reason);
}

/* With whom is the lock shared that a call takes? */
static struct reason *lock_reason(struct rules *rules, const struct standing *standing,
				  const struct call *call, const char *how)
{
	const struct lock_site *site = locks_at(rules->locks, call);
	const struct lock_site *other = site ? locks_sharer(site->lock, standing->function) : NULL;
	const char *text = !site ? "a lock" : *site->text ? site->text : site->lock->name;

	if (other && other->contexts & CONTEXT_CRITICAL)
		return reason_new(rules->model, REASON_TAKES_LOCK, &call->at, other->function,
				  "takes %s by %s(), shared with %s() in %s context", text, how,
				  other->function->name, context_name(other->contexts));
	if (site && site->lock->class == LOCK_PROCESS)
		return reason_new(rules->model, REASON_TAKES_LOCK, &call->at, NULL,
				  "takes %s by %s(), which is only taken in process context: its "
				  "critical sections stay in the kernel", text, how);
	return reason_new(rules->model, REASON_TAKES_LOCK, &call->at, NULL, "takes %s by %s()",
			  text, how);
}

/* Each lock that it takes by itself, and every other region that it starts. */
static void check_locks(struct rules *rules, const struct standing *standing,
			GPtrArray *obstacles)
{
	guint i;

	for (i = 0; standing->takes && i < standing->function->calls->len; i++) {
		const struct call *call = standing->function->calls->pdata[i];
		const struct fact *fact = call->kind == CALL_DIRECT ?
			knowledge_fact(rules->knowledge, call->callee->name) : NULL;
		const char *how = call->macro ? call->macro : NULL;
		struct reason *reason;

		if (!fact || !fact->begins)
			continue;
		how = how ? how : call->callee->name;
		if (fact->is_lock)
			reason = lock_reason(rules, standing, call, how);
		else
			reason = reason_new(rules->model, REASON_PINNED, &call->at, NULL,
					    "%s() starts a region that must not sleep", how);
		reason->section = true;
		rules_add(obstacles, reason);
	}
}

static void check_traits(struct rules *rules, const struct standing *standing,
			 GPtrArray *obstacles)
{
	static const char *const texts[] = {
		"has inline assembly with side effects", "uses per-CPU data",
		"uses a privileged instruction", "",
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
		rules_add(obstacles, reason_new(rules->model, REASON_PINNED, &function->at, NULL,
					  function->trait_text[bit] ? "%s: %s" : "%s", text,
					  function->trait_text[bit]));
	}
}

static struct reason *marshal_reason(struct rules *rules, const struct location *at,
				     const char *what, const char *why, const char *hint)
{
	struct reason *reason = reason_new(rules->model, REASON_PINNED, at, NULL, "%s%s", what,
					   why ? why : "cannot cross");

	reason->hint = hint;
	return reason;
}

void rules_add_marshal(struct rules *rules, GPtrArray *obstacles, const struct location *at,
			const char *what, const char *why, const char *hint)
{
	rules_add(obstacles, marshal_reason(rules, at, what, why, hint));
}

static void check_outside_call(struct rules *rules, const struct call *call,
			       GPtrArray *obstacles)
{
	const char *why = NULL, *hint = NULL;
	struct location at = call->at;
	g_autofree char *what = NULL;
	enum route route = marshal_route(rules->model, rules->knowledge, call->callee, &why);

	what = g_strdup_printf("calls %s(): ", call->callee->name);
	if (route == ROUTE_LOCAL)
		why = marshal_not_own(rules->model, rules->knowledge, call);
	if (route == ROUTE_PINNED || (route == ROUTE_LOCAL && why)) {
		const struct fact *fact = knowledge_fact(rules->knowledge, call->callee->name);
		struct reason *reason = marshal_reason(rules, &call->at, what, why, NULL);

		reason->section = fact && fact->bit;
		rules_add(obstacles, reason);
	} else if (route == ROUTE_DOWNCALL &&
		 !marshal_downcall(rules->model, rules->knowledge, call->callee, call, &why, &at,
				   &hint))
		rules_add_marshal(rules, obstacles, &call->at, what, why, hint);
}

const char *rules_target_hint(struct model *model, const struct call *call)
{
	const struct function *named = call->caller->section_of ? call->caller->section_of :
				       call->caller;
	g_autofree char *hint = g_strdup_printf(
		"functions: {%s: {targets: [kernel]}}  # or names of functions that it calls",
		named->name);

	return model_intern(model, hint);
}

static void check_indirect(struct rules *rules, const struct call *call, GPtrArray *obstacles)
{
	const char *through = targets_through(rules->model, call);
	struct reason *reason;

	if (!call->outward && !call->unresolved)
		return;
	reason = reason_new(rules->model, REASON_PINNED, &call->at, NULL,
			    call->unresolved ? "calls through %s, which has no known target" :
			    call->by_type ? "calls through %s, of which only the type is known" :
			    "calls through %s, whose target may be the kernel's", through);
	if (call->unresolved || call->by_type)
		reason->hint = rules_target_hint(rules->model, call);
	/* the kernel half can call what it finds there */
	reason->section = true;
	rules_add(obstacles, reason);
}

/* Does a fact give the macro that the call comes from to one side as a whole? */
static bool macro_decides(struct rules *rules, const struct call *call, GPtrArray *obstacles)
{
	const struct fact *fact = call->macro ? knowledge_fact(rules->knowledge, call->macro) :
						NULL;

	if (marshal_is_replaced(rules->knowledge, call))
		return true;
	if (!fact || (call->kind == CALL_DIRECT && !strcmp(call->macro, call->callee->name)))
		return false;
	if (fact->route == ROUTE_PINNED)
		rules_add(obstacles,
			  reason_new(rules->model, REASON_PINNED, &call->at, NULL,
				     "uses %s(): %s", call->macro, fact->why));
	return fact->route == ROUTE_PINNED ||
	       (fact->route == ROUTE_DOWNCALL && fact_lists_all(fact));
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
			rules_add(obstacles, reason_new(rules->model, REASON_PINNED, &call->at,
						  call->callee,
						  "%s() leaves a lock held or releases one of "
						  "its caller",
						  call->callee->name));
		if (macro_decides(rules, call, obstacles))
			continue;
		if (call->kind != CALL_DIRECT)
			check_indirect(rules, call, obstacles);
		else if (!callee)
			check_outside_call(rules, call, obstacles);
	}
}

/* One of the driver that changes must be able to travel. */
static void check_global(struct rules *rules, const struct global_use *use, GPtrArray *obstacles)
{
	const char *why = global_is_shared(use->global) ? global_obstacle(rules->globals_modes,
								 use->global) : NULL;

	if (why)
		rules_add(obstacles, reason_new(rules->model, REASON_PINNED, &use->at, NULL,
						"uses %s, which changes and %s", use->global->name,
						why));
	if (global_is_apart(use))
		rules_add(obstacles, reason_new(rules->model, REASON_PINNED, &use->at, NULL,
						"uses %s, which a macro has made and each half has "
						"for itself", use->global->name));
}

/* The halves know records by name: of two of one name, the second has none. */
static bool check_twin(struct rules *rules, const struct type *type, const struct location *at,
		       GPtrArray *obstacles)
{
	const struct record *record;

	while (type && (type->kind == TYPE_POINTER || type->kind == TYPE_ARRAY))
		type = type->elem;
	record = type ? type->record : NULL;
	if (!record || !record->twin)
		return false;
	rules_add(obstacles, reason_new(rules->model, REASON_PINNED, at, NULL,
					"uses the %s of %s:%u, and %s:%u has another: no way to "
					"tell them apart", record->name, record->at.file,
					record->at.line, record->twin->at.file,
					record->twin->at.line));
	return true;
}

static void check_twins(struct rules *rules, const struct standing *standing,
			GPtrArray *obstacles)
{
	const struct function *function = standing->function;
	guint i, j;

	for (i = 0; i < function->params->len; i++) {
		const struct parameter *parameter = function->params->pdata[i];

		if (check_twin(rules, parameter->type, &parameter->at, obstacles))
			return;
	}
	for (i = 0; i < function->globals->len; i++) {
		const struct global_use *use = function->globals->pdata[i];

		if (check_twin(rules, use->global->type, &use->at, obstacles))
			return;
	}
	for (i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];
		const struct type base = { .kind = TYPE_RECORD, .record = access->base };

		if (check_twin(rules, &base, &access->at, obstacles))
			return;
		for (j = 0; j < access->path->len; j++)
			if (check_twin(rules, ((struct field *)access->path->pdata[j])->type,
				       &access->at, obstacles))
				return;
	}
	check_twin(rules, function->type->elem, &function->at, obstacles);
}

static void check_accesses(struct rules *rules, const struct standing *standing,
			   GPtrArray *obstacles)
{
	const struct function *function = standing->function;
	const struct access *raw = NULL;
	guint i;

	for (i = 0; i < function->accesses->len; i++) {
		const struct access *access = function->accesses->pdata[i];
		const char *why;

		/* Of a record used as raw memory the first field that cannot cross will do. */
		if (raw && access->raw && raw->base == access->base)
			continue;
		why = marshal_access(rules->model, rules->knowledge, access);
		if (!why)
			continue;
		rules_add(obstacles, reason_new(rules->model, REASON_PINNED, &access->at, NULL,
						"%s", why));
		if (access->raw)
			raw = access;
	}
	for (i = 0; i < function->raw_uses->len; i++) {
		const struct raw_flow *use = function->raw_uses->pdata[i];
		const char *hint, *why = marshal_behind(rules->model, rules->knowledge, use, &hint);

		if (why)
			rules_add_marshal(rules, obstacles, &use->at, "", why, hint);
	}
	for (i = 0; i < function->globals->len; i++) {
		const struct global_use *use = function->globals->pdata[i];

		check_global(rules, use, obstacles);
		if (use->global->in_driver || use->global->scope || global_is_named(use) ||
		    g_hash_table_contains(rules->knowledge->local, use->global->name))
			continue;
		rules_add(obstacles, reason_new(rules->model, REASON_PINNED, &use->at, NULL,
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
			rules_add(obstacles,
				  reason_new(rules->model, REASON_PINNED, &global->at, NULL,
					     "keeps '%s', a static variable, between calls",
					     global->name));
	}
}

void rules_body(struct rules *rules, const struct standing *standing, GPtrArray *obstacles)
{
	const struct function *function = standing->function;

	if (function->is_init || function->is_exit || function->from_macro)
		rules_add(obstacles, reason_new(rules->model, REASON_MODULE, &function->at, NULL,
						"%s",
					  function->from_macro ? "defined by a macro" :
					  "runs when the module is loaded or unloaded"));
	/* A stub comes back when there is no user half; its caller does not expect it to. */
	if (function->type->spelling && strstr(function->type->spelling, "noreturn"))
		rules_add(obstacles, reason_new(rules->model, REASON_PINNED, &function->at, NULL,
						"is declared not to return"));
	check_locks(rules, standing, obstacles);
	check_traits(rules, standing, obstacles);
	check_calls(rules, standing, obstacles);
	check_accesses(rules, standing, obstacles);
	check_statics(rules, standing, obstacles);
	check_twins(rules, standing, obstacles);
}

struct rules *rules_new(struct contexts *contexts, const struct locks *locks,
			GPtrArray *assumptions)
{
	struct rules *rules = g_new0(struct rules, 1);
	guint i;

	rules->model = contexts->model;
	rules->knowledge = contexts->knowledge;
	rules->contexts = contexts;
	rules->locks = locks;
	rules->assumptions = assumptions;
	rules->touched = g_hash_table_new(g_direct_hash, g_direct_equal);
	rules->accessed = g_hash_table_new(g_direct_hash, g_direct_equal);
	rules->written = g_hash_table_new(g_direct_hash, g_direct_equal);
	rules->globals = g_hash_table_new(g_direct_hash, g_direct_equal);
	rules->globals_written = g_hash_table_new(g_direct_hash, g_direct_equal);
	rules->touches = rules_touches_new();
	rules->globals_modes = globals_modes(rules->knowledge, rules->model->functions);
	for (i = 0; i < contexts->standings->len; i++) {
		const struct standing *standing = contexts->standings->pdata[i];

		if (standing->contexts & (CONTEXT_HARDIRQ | CONTEXT_SOFTIRQ | CONTEXT_UNKNOWN))
			rules_collect(rules, standing->function);
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
	g_hash_table_unref(rules->globals_written);
	g_hash_table_unref(rules->touches);
	g_hash_table_unref(rules->globals_modes);
	g_free(rules);
}
