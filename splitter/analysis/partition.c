// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The partition: verdicts of the rules, put together. Starts with every function
 * that could move and takes back what the others need; a function never moves
 * down twice, so it ends.
 */
#include <string.h>

#include "diag.h"
#include "lift.h"
#include "marshal.h"
#include "partition.h"
#include "partition_hints.h"
#include "sleeping.h"
#include "targets.h"

struct decision *partition_of(const struct partition *partition,
			      const struct function *function)
{
	return g_hash_table_lookup(partition->by_function, function);
}

static bool runs_in_user(const struct choice *choice)
{
	return choice->decision->domain != DOMAIN_KERNEL;
}

static bool runs_in_kernel(const struct choice *choice)
{
	return choice->decision->domain != DOMAIN_USER;
}

static struct choice *choice_of(const struct split *split, const struct function *function)
{
	return g_hash_table_lookup(split->choices, function);
}

static void mark_reached(struct split *split, struct choice *choice)
{
	GPtrArray *calls = choice->standing->function->calls;
	guint i, j;

	if (choice->reached)
		return;
	choice->reached = true;
	for (i = 0; i < calls->len; i++) {
		g_autoptr(GPtrArray) targets = contexts_targets(split->contexts, calls->pdata[i]);

		for (j = 0; j < targets->len; j++)
			mark_reached(split, choice_of(split, targets->pdata[j]));
	}
}

static struct choice *choice_new(struct split *split, struct standing *standing)
{
	struct choice *choice = model_alloc(split->model, sizeof(*choice));
	struct decision *decision = g_new0(struct decision, 1);

	decision->function = standing->function;
	decision->reasons = g_ptr_array_new();
	decision->contexts = standing->contexts;
	decision->entry = standing->entries->len > 0;
	choice->standing = standing;
	choice->decision = decision;
	choice->body = model_array(split->model);
	choice->entry = model_array(split->model);
	choice->callers = model_array(split->model);
	g_ptr_array_add(split->partition->decisions, decision);
	g_hash_table_insert(split->partition->by_function, standing->function, decision);
	g_hash_table_insert(split->choices, standing->function, choice);
	g_ptr_array_add(split->order, choice);
	return choice;
}

/* What a what-if takes away. */
static void lift(const struct model *model, GPtrArray *reasons)
{
	guint i;

	for (i = reasons->len; model->lift && i-- > 0;)
		if (lift_takes(model, reasons->pdata[i]))
			g_ptr_array_remove_index(reasons, i);
}

/* The verdict of the rules on one function, before others are looked at. */
static void judge(struct split *split, struct choice *choice)
{
	const struct standing *standing = choice->standing;
	const struct hint *hint = knowledge_hint(split->knowledge, standing->function->name);
	struct reason *race;
	guint i;

	rules_body(split->rules, standing, choice->body);
	rules_entry(split->rules, standing, choice->entry);
	if (hint && !g_strcmp0(hint->domain, "kernel"))
		g_ptr_array_insert(choice->body, 0,
				   reason_new(split->model, REASON_HINT, &hint->at, NULL,
					      "a hint keeps it in the kernel%s%s",
					      hint->why ? ": " : "", hint->why ? hint->why : ""));
	for (i = 0; i < split->model->kept->len; i++) {
		const struct kept *kept = split->model->kept->pdata[i];
		struct reason *reason;

		if (kept->function != standing->function)
			continue;
		reason = reason_new(split->model, REASON_PINNED, &kept->at, NULL, "%s", kept->text);
		reason->hint = kept->hint;
		rules_add(choice->body, reason);
	}
	lift(split->model, choice->body);
	lift(split->model, choice->entry);
	if (!standing->critical && !choice->body->len) {
		race = rules_race(split->rules, standing);
		if (race)
			g_ptr_array_add(choice->body, race);
	}
	choice->twice = rules_twice(split->rules, standing);
	choice->decision->domain = standing->critical || choice->body->len || choice->entry->len ||
				   !choice->reached ? DOMAIN_KERNEL : DOMAIN_USER;
}

/* Does the user half itself call it there, rather than hand it to the kernel? */
static bool calls_locally(const struct split *split, const struct call *call,
			  const struct function *function)
{
	const char *why;

	if (call->kind != CALL_DIRECT || call->callee == function)
		return true;
	return marshal_route(split->model, split->knowledge, call->callee, &why) == ROUTE_LOCAL;
}

/*
 * A section that calls what the kernel may call as well: only a user half that is alive is
 * in one, and the call crosses like the kernel's own.
 */
static bool calls_entry(const struct call *call, const struct choice *callee)
{
	return call->kind != CALL_DIRECT && call->caller->section_of && callee->decision->entry;
}

/* Who calls it from the given half? The first caller, and the call. */
static struct choice *caller_in(const struct split *split, const struct choice *choice,
				bool in_user, const struct call **at)
{
	guint i;

	for (i = 0; i < choice->callers->len; i++) {
		const struct call *call = choice->callers->pdata[i];
		struct choice *caller = choice_of(split, call->caller);

		if (!(in_user ? runs_in_user(caller) : runs_in_kernel(caller)) ||
		    !caller->reached || caller == choice || calls_entry(call, choice) ||
		    (in_user && !calls_locally(split, call, choice->standing->function)))
			continue;
		*at = call;
		return caller;
	}
	return NULL;
}

/* A user-half function that the kernel half calls as well. */
static bool settle_shared(struct split *split, struct choice *choice)
{
	const struct call *call = NULL, *user_call = NULL;
	struct choice *kernel = caller_in(split, choice, false, &call);
	struct choice *user = caller_in(split, choice, true, &user_call);

	if (choice->decision->domain == DOMAIN_USER && kernel) {
		/* Without other callers there is no need for it in the user half. */
		choice->decision->domain = choice->twice || !user ? DOMAIN_KERNEL : DOMAIN_BOTH;
		choice->kept_for = kernel->standing->function;
		choice->kept_at = call->at;
		return true;
	}
	if (choice->decision->domain == DOMAIN_KERNEL && user && !choice->body->len &&
	    choice->reached && !choice->twice && !choice->settled) {
		choice->decision->domain = DOMAIN_BOTH;
		return true;
	}
	if (choice->decision->domain == DOMAIN_BOTH && !user) {
		choice->decision->domain = DOMAIN_KERNEL;
		choice->settled = true;
		return true;
	}
	return false;
}

/* A user-half function whose kernel-half callee cannot be called from there. */
static bool settle_callees(struct split *split, struct choice *choice)
{
	GPtrArray *calls = choice->standing->function->calls;
	guint i, j;

	for (i = 0; runs_in_user(choice) && i < calls->len; i++) {
		const struct call *call = calls->pdata[i];
		g_autoptr(GPtrArray) targets = contexts_targets(split->contexts, call);

		for (j = 0; j < targets->len; j++) {
			struct choice *callee = choice_of(split, targets->pdata[j]);
			const char *why = NULL, *hint = NULL;
			struct location at = call->at;
			struct reason *reason;

			if (runs_in_user(callee) ||
			    !calls_locally(split, call, callee->standing->function) ||
			    marshal_downcall(split->model, split->knowledge,
					     callee->standing->function, call, &why, &at, &hint))
				continue;
			reason = reason_new(split->model, REASON_PINNED, &call->at,
					    callee->standing->function,
					    "calls %s(), which stays in the kernel: %s",
					    callee->standing->function->name,
					    why ? why : "cannot be called from the user half");
			reason->hint = hint;
			g_ptr_array_add(choice->body, reason);
			choice->decision->domain = DOMAIN_KERNEL;
			return true;
		}
	}
	return false;
}

static void settle(struct split *split)
{
	bool changed = true;
	guint i;

	while (changed) {
		changed = false;
		for (i = 0; i < split->order->len; i++) {
			changed |= settle_callees(split, split->order->pdata[i]);
			changed |= settle_shared(split, split->order->pdata[i]);
		}
	}
}

static void give(struct choice *choice, struct reason *reason)
{
	if (reason)
		g_ptr_array_add(choice->decision->reasons, reason);
}

static void give_all(struct choice *choice, GPtrArray *reasons)
{
	guint i;

	for (i = 0; i < reasons->len; i++)
		give(choice, reasons->pdata[i]);
}

/* Why a function moved: from where it is entered. */
static void explain_user(struct split *split, struct choice *choice)
{
	struct function *function = choice->standing->function;
	GPtrArray *entries = choice->standing->entries;
	const struct call *call = NULL;
	struct choice *caller = caller_in(split, choice, true, &call);
	guint i;

	for (i = 0; i < entries->len; i++) {
		const struct entry *entry = entries->pdata[i];

		give(choice, reason_new(split->model, REASON_MOVABLE, &entry->at, NULL,
					"called in process context: %s", entry->text));
	}
	if (caller)
		give(choice, reason_new(split->model, REASON_MOVABLE, &call->at,
					caller->standing->function,
					"called from %s() in process context",
					caller->standing->function->name));
	if (!choice->decision->reasons->len)
		give(choice, reason_new(split->model, REASON_MOVABLE, &function->at, NULL,
					"runs in process context"));
}

static void explain_both(struct split *split, struct choice *choice)
{
	const struct call *kernel_call = NULL, *user_call = NULL;
	struct choice *kernel = caller_in(split, choice, false, &kernel_call);
	struct choice *user = caller_in(split, choice, true, &user_call);

	if (kernel && kernel == user)
		give(choice, reason_new(split->model, REASON_HELPER, &user_call->at,
					user->standing->function,
					"helper of %s(), which is in both halves",
					user->standing->function->name));
	else if (kernel && user)
		give(choice, reason_new(split->model, REASON_HELPER, &user_call->at,
					user->standing->function,
					"helper of %s() in the user half and of %s() in the kernel",
					user->standing->function->name,
					kernel->standing->function->name));
	else
		give(choice, reason_new(split->model, REASON_HELPER,
					&choice->standing->function->at, NULL,
					"entered by the kernel and helper in the user half"));
	give(choice, choice->standing->critical);
	give_all(choice, choice->entry);
}

/* It could run in the user half, but a kept function calls it. */
static void explain_kept(struct split *split, struct choice *choice)
{
	const struct function *function = choice->standing->function;
	const struct type *result = function->type->elem;

	if (choice->kept_for)
		give(choice, reason_new(split->model, REASON_NO_FAILURE, &choice->kept_at,
					choice->kept_for,
					result->kind == TYPE_VOID ?
					"called from %s() in the kernel half and has no result "
					"to report a failure with" :
					"called from %s() in the kernel half, which must work "
					"without the user half",
					choice->kept_for->name));
	if (choice->twice)
		give(choice, choice->twice);
}

static void explain_kernel(struct split *split, struct choice *choice)
{
	const struct standing *standing = choice->standing;
	const struct call *call = NULL;
	struct choice *caller;

	if (choice->body->len && ((struct reason *)choice->body->pdata[0])->kind == REASON_MODULE)
		give_all(choice, choice->body);
	else if (choice->body->len &&
		 ((struct reason *)choice->body->pdata[0])->kind == REASON_HINT &&
		 !standing->critical)
		give_all(choice, choice->body);
	else if (!choice->reached && !standing->critical)
		give(choice, reason_new(split->model, REASON_UNREACHED, &standing->function->at,
					NULL, "nobody calls it"));
	if (choice->decision->reasons->len)
		return;
	give(choice, standing->critical);
	give_all(choice, choice->body);
	give_all(choice, choice->entry);
	/* A critical helper that the user half calls too: why not in both halves? */
	if (!choice->decision->reasons->len ||
	    (standing->critical && choice->decision->needs_downcall))
		explain_kept(split, choice);
	if (choice->decision->reasons->len)
		return;
	caller = caller_in(split, choice, false, &call);
	give(choice, reason_new(split->model, REASON_NO_FAILURE,
				call ? &call->at : &standing->function->at,
				caller ? caller->standing->function : NULL,
				"called from the kernel half only"));
}

static bool all_have_hints(GPtrArray *reasons)
{
	guint i;

	for (i = 0; i < reasons->len; i++) {
		const struct reason *reason = reasons->pdata[i];

		if (!reason->hint)
			return false;
	}
	return true;
}

/* What stays only because something is not known: hints could move it. */
static void note_ambiguities(struct split *split, const struct choice *choice)
{
	const struct standing *standing = choice->standing;
	GPtrArray *ambiguities = split->partition->ambiguities;
	guint i;

	/* what a section cannot tell keeps nothing but the section */
	if (choice->decision->domain != DOMAIN_KERNEL || standing->function->section_of ||
	    (standing->critical && standing->critical != standing->ambiguity) ||
	    !all_have_hints(choice->body) || !all_have_hints(choice->entry))
		return;
	if (standing->ambiguity)
		g_ptr_array_add(ambiguities, standing->ambiguity);
	for (i = 0; i < choice->body->len; i++)
		g_ptr_array_add(ambiguities, choice->body->pdata[i]);
	for (i = 0; i < choice->entry->len; i++)
		g_ptr_array_add(ambiguities, choice->entry->pdata[i]);
}

static void finish(struct split *split)
{
	guint i;

	for (i = 0; i < split->order->len; i++) {
		struct choice *choice = split->order->pdata[i];
		struct decision *decision = choice->decision;
		const struct call *call;

		decision->needs_upcall = decision->domain == DOMAIN_USER && decision->entry;
		decision->needs_downcall = decision->domain == DOMAIN_KERNEL &&
					   caller_in(split, choice, true, &call);
		if (decision->domain == DOMAIN_USER)
			explain_user(split, choice);
		else if (decision->domain == DOMAIN_BOTH)
			explain_both(split, choice);
		else
			explain_kernel(split, choice);
		note_ambiguities(split, choice);
	}
}

/* Indirect calls that nothing, or only the type of the pointer, tells a target of. */
static void note_indirect(struct split *split, const struct call *call)
{
	struct reason *reason;

	if (!call->unresolved && !call->by_type)
		return;
	reason = reason_new(split->model, REASON_AMBIGUOUS, &call->at, NULL,
			    call->unresolved ?
			    "indirect call through %s has no known target: taken as one into the "
			    "kernel" :
			    "indirect call through %s: taken to reach the kernel and what has the "
			    "type of the pointer",
			    targets_through(split->model, call));
	reason->hint = rules_target_hint(split->model, call);
	g_ptr_array_add(split->partition->assumptions, reason);
}

/* What a void operation loses without a daemon, and prototypes taken at their word. */
static void note_assumptions(struct split *split)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_direct_hash, g_direct_equal);
	guint i, j;

	for (i = 0; i < split->order->len; i++) {
		const struct choice *choice = split->order->pdata[i];
		const struct function *function = choice->standing->function;

		for (j = 0; choice->decision->needs_upcall &&
			    j < choice->standing->entries->len; j++) {
			const struct entry *entry = choice->standing->entries->pdata[j];

			if (entry->slot && entry->slot->guarded)
				g_ptr_array_add(split->partition->assumptions,
						reason_new(split->model, REASON_MOVABLE, &entry->at,
							   NULL, "%s() for a caller that must not "
							   "wait: %s", function->name,
							   entry->slot->guarded));
			if (entry->slot && entry->slot->lossy)
				g_ptr_array_add(split->partition->assumptions,
						reason_new(split->model, REASON_MOVABLE, &entry->at,
							   NULL, "%s() without a daemon: %s",
							   function->name, entry->slot->lossy));
		}
		if (runs_in_user(choice))
			rules_stores(split->rules, function);
		for (j = 0; j < function->calls->len; j++) {
			const struct call *call = function->calls->pdata[j];

			note_indirect(split, call);
			if (!runs_in_user(choice))
				continue;
			if (call->kind != CALL_DIRECT || call->callee->in_driver ||
			    call->callee->in_header || contexts_fact(split->contexts, call) ||
			    g_hash_table_contains(split->knowledge->local, call->callee->name) ||
			    g_str_has_prefix(call->callee->name, "__") ||
			    !g_hash_table_add(seen, call->callee))
				continue;
			g_ptr_array_add(split->partition->assumptions,
					reason_new(split->model, REASON_MOVABLE, &call->at, NULL,
						   "%s() needs no more than its prototype says: "
						   "no fact describes it",
						   call->callee->name));
		}
	}
}

static void decision_free(gpointer data)
{
	struct decision *decision = data;

	g_ptr_array_unref(decision->reasons);
	g_free(decision);
}

static struct partition *partition_new(const struct model *model,
				       const struct knowledge *knowledge)
{
	struct partition *partition = g_new0(struct partition, 1);

	partition->model = model;
	partition->knowledge = knowledge;
	partition->decisions = g_ptr_array_new_with_free_func(decision_free);
	partition->by_function = g_hash_table_new(g_direct_hash, g_direct_equal);
	partition->ambiguities = g_ptr_array_new();
	partition->assumptions = g_ptr_array_new();
	return partition;
}

void partition_free(struct partition *partition)
{
	if (!partition)
		return;
	contexts_free(partition->contexts);
	g_hash_table_unref(partition->by_function);
	g_ptr_array_unref(partition->decisions);
	g_ptr_array_unref(partition->ambiguities);
	g_ptr_array_unref(partition->assumptions);
	locks_free(partition->locks);
	if (partition->blockers)
		g_ptr_array_unref(partition->blockers);
	if (partition->sleeps)
		g_ptr_array_unref(partition->sleeps);
	g_free(partition);
}

/* Calls by whom they reach, in the order of the functions that make them. */
static void find_callers(const struct split *split)
{
	guint i, j, k;

	for (i = 0; i < split->order->len; i++) {
		const struct choice *caller = split->order->pdata[i];
		GPtrArray *calls = caller->standing->function->calls;

		for (j = 0; j < calls->len; j++) {
			g_autoptr(GPtrArray) targets =
				contexts_targets(split->contexts, calls->pdata[j]);

			for (k = 0; k < targets->len; k++)
				g_ptr_array_add(choice_of(split, targets->pdata[k])->callers,
						calls->pdata[j]);
		}
	}
}

static bool is_start(const struct choice *choice)
{
	const struct function *function = choice->standing->function;

	return choice->standing->entries->len || choice->standing->critical ||
	       function->is_init || function->is_exit;
}

struct partition *partition_compute(struct model *model, struct knowledge *knowledge)
{
	struct partition *partition = partition_new(model, knowledge);
	struct split split = {
		.model = model,
		.knowledge = knowledge,
		.partition = partition,
		.contexts = contexts_compute(model, knowledge),
		.choices = g_hash_table_new(g_direct_hash, g_direct_equal),
		.order = g_ptr_array_new(),
	};
	bool ok;
	guint i;

	partition->contexts = split.contexts;
	partition->locks = locks_compute(split.contexts);
	partition->sleeps = sleeping_find(split.contexts);
	split.rules = rules_new(split.contexts, partition->locks, partition->assumptions);
	for (i = 0; i < split.contexts->standings->len; i++)
		choice_new(&split, split.contexts->standings->pdata[i]);
	find_callers(&split);
	for (i = 0; i < split.order->len; i++) {
		if (is_start(split.order->pdata[i]))
			mark_reached(&split, split.order->pdata[i]);
	}
	for (i = 0; i < split.order->len; i++)
		judge(&split, split.order->pdata[i]);
	settle(&split);
	finish(&split);
	note_assumptions(&split);
	ok = partition_check_hints(&split);
	rules_free(split.rules);
	g_hash_table_unref(split.choices);
	g_ptr_array_unref(split.order);
	if (ok)
		return partition;
	partition_free(partition);
	return NULL;
}
