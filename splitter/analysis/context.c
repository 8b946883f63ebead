// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Context propagation: entries from the kernel first, then breadth first along
 * the calls, so that the chain recorded for a critical function is a shortest one.
 */
#include <stdarg.h>
#include <string.h>

#include "context.h"
#include "lift.h"
#include "targets.h"

struct reason *reason_new(struct model *model, enum reason_kind kind,
			  const struct location *at, struct function *via,
			  const char *format, ...)
{
	struct reason *reason = model_alloc(model, sizeof(*reason));
	g_autofree char *text = NULL;
	va_list ap;

	va_start(ap, format);
	text = g_strdup_vprintf(format, ap);
	va_end(ap);
	reason->kind = kind;
	reason->text = model_intern(model, text);
	reason->via = via;
	if (at)
		reason->at = *at;
	return reason;
}

const char *context_name(unsigned int context)
{
	if (context & CONTEXT_HARDIRQ)
		return "hardirq";
	if (context & CONTEXT_SOFTIRQ)
		return "softirq";
	if (context & CONTEXT_ATOMIC)
		return "atomic";
	if (context & CONTEXT_UNKNOWN)
		return "unknown";
	return "process";
}

struct standing *contexts_of(const struct contexts *contexts, const struct function *function)
{
	return g_hash_table_lookup(contexts->by_function, function);
}

const char *contexts_record(const struct contexts *contexts, const struct field *field)
{
	return model_owner(contexts->model, field);
}

const struct fact *contexts_fact(const struct contexts *contexts, const struct call *call)
{
	const struct fact *fact = NULL;

	if (call->macro)
		fact = knowledge_fact(contexts->knowledge, call->macro);
	if (!fact && call->kind == CALL_DIRECT)
		fact = knowledge_fact(contexts->knowledge, call->callee->name);
	return fact;
}

GPtrArray *contexts_targets(const struct contexts *contexts, const struct call *call)
{
	GPtrArray *targets = g_ptr_array_new();
	guint i;

	if (call->kind == CALL_DIRECT && contexts_of(contexts, call->callee))
		g_ptr_array_add(targets, call->callee);
	for (i = 0; call->targets && i < call->targets->len; i++) {
		const struct target *target = call->targets->pdata[i];

		if (contexts_of(contexts, target->function))
			g_ptr_array_add(targets, target->function);
	}
	return targets;
}

static struct entry *entry_new(struct contexts *contexts, struct standing *standing,
			       const struct escape *escape)
{
	struct entry *entry = model_alloc(contexts->model, sizeof(*entry));

	entry->escape = escape;
	entry->at = escape->at;
	g_ptr_array_add(standing->entries, entry);
	return entry;
}

/* What would settle an entry that nothing is known about. */
static const char *settling_hint(struct model *model, const struct function *function)
{
	g_autofree char *hint = g_strdup_printf(
		"functions: {%s: {context: process}}  # or atomic, softirq, hardirq",
		function->name);

	return model_intern(model, hint);
}

/* @text, and where what was learnt can be read up. */
static const char *with_evidence(struct model *model, const char *text,
				 const struct slot_fact *fact)
{
	g_autofree char *learnt = NULL;

	if (fact && fact->learnt && fact->sites->len)
		learnt = g_strdup_printf("%s (learnt: %s)", text, (char *)fact->sites->pdata[0]);
	return model_intern(model, learnt ? learnt : text);
}

/* Other modules call it: as those of the kernel's source do. */
static void export_entry(struct contexts *contexts, struct entry *entry, const char *name)
{
	const struct slot_fact *fact = knowledge_entered(contexts->knowledge, name);

	if (fact && fact->pinned)
		fact = NULL;
	entry->text = with_evidence(contexts->model, "exported to other modules", fact);
	entry->context = fact ? fact->context : CONTEXT_UNKNOWN;
}

static void slot_entry(struct contexts *contexts, struct entry *entry)
{
	const struct field *field = entry->escape->field;
	const char *record = contexts_record(contexts, field);
	g_autofree char *text = g_strdup_printf("%s.%s", record, field->name);

	entry->slot = knowledge_slot(contexts->knowledge, record, field->name);
	entry->text = with_evidence(contexts->model, text, entry->slot);
	entry->context = entry->slot ? entry->slot->context : CONTEXT_UNKNOWN;
	/* Whoever else calls it gets an answer from the kernel half. */
	if (entry->slot && entry->slot->guarded)
		entry->context = CONTEXT_PROCESS;
}

static void argument_entry(struct contexts *contexts, struct entry *entry)
{
	g_autofree char *text = NULL;
	const char *name;

	entry->arg = targets_callback(contexts->knowledge, entry->escape->call,
				      entry->escape->arg, &name);
	if (entry->arg)
		knowledge_fact(contexts->knowledge, name);
	text = g_strdup_printf("callback of %s()", name);
	entry->text = model_intern(contexts->model, text);
	entry->context = entry->arg ? entry->arg->context : CONTEXT_UNKNOWN;
}

static void find_entries(struct contexts *contexts, struct standing *standing)
{
	struct function *function = standing->function;
	guint i;

	for (i = 0; function->escapes && i < function->escapes->len; i++) {
		const struct escape *escape = function->escapes->pdata[i];
		struct entry *entry;

		if (escape->kind == ESCAPE_OTHER && (function->is_init || function->is_exit))
			continue;
		entry = entry_new(contexts, standing, escape);
		if (escape->kind == ESCAPE_SLOT) {
			slot_entry(contexts, entry);
		} else if (escape->kind == ESCAPE_ARGUMENT) {
			argument_entry(contexts, entry);
		} else if (escape->kind == ESCAPE_EXPORT) {
			export_entry(contexts, entry, function->name);
		} else {
			entry->text = "its address is taken";
			entry->context = CONTEXT_UNKNOWN;
		}
	}
	if (function->is_init || function->is_exit)
		standing->contexts |= CONTEXT_PROCESS;
}

/* A hint says as what the kernel calls it: that settles what is unknown. */
static void settle_entries(struct contexts *contexts, struct standing *standing)
{
	const struct hint *hint = knowledge_hint(contexts->knowledge, standing->function->name);
	guint i;

	for (i = 0; i < standing->entries->len; i++) {
		struct entry *entry = standing->entries->pdata[i];

		if (entry->context == CONTEXT_UNKNOWN && lift_settles(contexts->model, entry->text))
			entry->context = CONTEXT_PROCESS;
		if (entry->context == CONTEXT_UNKNOWN && hint && hint->context) {
			entry->context = hint->context;
			entry->at = hint->at;
			((struct hint *)hint)->used = true;
		} else if (hint && hint->context & ~entry->context) {
			/* More contexts than the facts know are believed at once. */
			entry->context |= hint->context;
			((struct hint *)hint)->used = true;
		}
		standing->contexts |= entry->context & ~CONTEXT_CALLER;
	}
}

/* Entries as reasons: the most severe one decides. */
static void judge_entries(struct contexts *contexts, struct standing *standing)
{
	static const unsigned int severity[] = {
		CONTEXT_HARDIRQ, CONTEXT_SOFTIRQ, CONTEXT_ATOMIC, CONTEXT_UNKNOWN,
	};
	struct model *model = contexts->model;
	size_t s;
	guint i;

	for (s = 0; s < G_N_ELEMENTS(severity); s++) {
		for (i = 0; i < standing->entries->len; i++) {
			const struct entry *entry = standing->entries->pdata[i];
			bool known = severity[s] != CONTEXT_UNKNOWN;
			struct reason *reason;

			if (!(entry->context & severity[s]))
				continue;
			reason = reason_new(model, known ? REASON_ROOT : REASON_AMBIGUOUS,
					    &entry->at, NULL,
					    known ? "called in %2$s context: %1$s%3$s" :
					    "called in a context that is not known: %1$s",
					    entry->text, context_name(severity[s]),
					    entry->slot && entry->slot->hot ? " (data path)" : "");
			if (!known) {
				reason->hint = settling_hint(model, standing->function);
				standing->ambiguity = reason;
			}
			if (!standing->critical)
				standing->critical = reason;
		}
	}
	for (i = 0; !standing->critical && i < standing->entries->len; i++) {
		const struct entry *entry = standing->entries->pdata[i];

		if (entry->slot && entry->slot->hot)
			standing->critical = reason_new(model, REASON_ROOT, &entry->at, NULL,
							"on the data path: %s", entry->text);
	}
}

/* The first call of its own that starts an atomic region. */
static void find_regions(struct contexts *contexts, struct standing *standing)
{
	GPtrArray *calls = standing->function->calls;
	guint i;

	for (i = 0; i < calls->len && !standing->takes; i++) {
		struct call *call = calls->pdata[i];
		const struct fact *fact = call->kind == CALL_DIRECT ?
			knowledge_fact(contexts->knowledge, call->callee->name) : NULL;

		if (fact && fact->begins)
			standing->takes = call;
	}
	standing->unbalanced = standing->function->opens || standing->function->closes;
}

/* " through struct x.open", of a call that does not name its callee. */
static const char *by_way_of(struct contexts *contexts, const struct call *call,
			     const struct function *function)
{
	const struct target *target = targets_find(call, function);
	g_autofree char *text = NULL;

	if (!target)
		return "";
	if (target->how == TARGET_CALLBACK)
		text = g_strdup_printf(" by way of %s()", call->callee->name);
	else
		text = g_strdup_printf(" through %s%s", targets_through(contexts->model, call),
				       target->how == TARGET_TYPE ? ", by its type only" : "");
	return model_intern(contexts->model, text);
}

static void reach(struct contexts *contexts, GQueue *queue, struct function *target,
		  struct reason *reason)
{
	struct standing *standing = contexts_of(contexts, target);

	if (!standing || standing->critical)
		return;
	standing->critical = reason;
	g_queue_push_tail(queue, standing);
}

/* Calls made while something is held put their callees into atomic context. */
static void reach_held(struct contexts *contexts, GQueue *queue, struct standing *standing)
{
	guint i, j;

	for (i = 0; i < standing->function->calls->len; i++) {
		struct call *call = standing->function->calls->pdata[i];
		g_autoptr(GPtrArray) targets = NULL;

		if (!call->held)
			continue;
		targets = contexts_targets(contexts, call);
		for (j = 0; j < targets->len; j++)
			reach(contexts, queue, targets->pdata[j],
			      reason_new(contexts->model, REASON_LOCK_HELD, &call->at,
					 standing->function, "called from %s()%s under %s",
					 standing->function->name,
					 by_way_of(contexts, call, targets->pdata[j]),
					 call->held_by ? call->held_by : "a lock"));
	}
}

/* What is critical about calls from there, which need not be the context alone. */
static const char *where(const struct contexts *contexts, const struct standing *standing)
{
	guint steps;

	for (steps = 0; steps < contexts->standings->len; steps++) {
		const struct reason *reason = standing->critical;
		const struct standing *from = NULL;

		if (standing->contexts & ~CONTEXT_PROCESS)
			return model_intern(contexts->model,
					    context_name(standing->contexts & ~CONTEXT_PROCESS));
		if (reason && reason->kind == REASON_LOCK_HELD)
			return NULL;
		if (reason && reason->kind == REASON_REACHED && reason->via)
			from = contexts_of(contexts, reason->via);
		if (!from)
			break;
		standing = from;
	}
	return "";
}

static struct reason *reached_from(struct contexts *contexts, const struct standing *standing,
				   const struct call *call, const struct function *target)
{
	const char *context = where(contexts, standing);
	g_autofree char *text = !context ? g_strdup("with a lock held") :
				!*context ? g_strdup("on the data path") :
				g_strdup_printf("in %s context", context);

	return reason_new(contexts->model, REASON_REACHED, &call->at, standing->function,
			  "called from %s()%s %s", standing->function->name,
			  by_way_of(contexts, call, target), text);
}

static void reach_called(struct contexts *contexts, GQueue *queue, struct standing *standing)
{
	guint i, j;

	for (i = 0; i < standing->function->calls->len; i++) {
		struct call *call = standing->function->calls->pdata[i];
		g_autoptr(GPtrArray) targets = contexts_targets(contexts, call);

		for (j = 0; j < targets->len; j++)
			reach(contexts, queue, targets->pdata[j],
			      reached_from(contexts, standing, call, targets->pdata[j]));
	}
}

static void find_critical(struct contexts *contexts)
{
	g_autoptr(GQueue) queue = g_queue_new();
	guint i;

	for (i = 0; i < contexts->standings->len; i++) {
		struct standing *standing = contexts->standings->pdata[i];

		judge_entries(contexts, standing);
		if (standing->critical)
			g_queue_push_tail(queue, standing);
	}
	while (!g_queue_is_empty(queue))
		reach_called(contexts, queue, g_queue_pop_head(queue));
	for (i = 0; i < contexts->standings->len; i++)
		reach_held(contexts, queue, contexts->standings->pdata[i]);
	while (!g_queue_is_empty(queue))
		reach_called(contexts, queue, g_queue_pop_head(queue));
}

/* Let all contexts flow along the calls until nothing changes. */
static void spread(struct contexts *contexts)
{
	bool changed = true;
	guint i, j, k;

	while (changed) {
		changed = false;
		for (i = 0; i < contexts->standings->len; i++) {
			const struct standing *from = contexts->standings->pdata[i];

			for (j = 0; j < from->function->calls->len; j++) {
				const struct call *call = from->function->calls->pdata[j];
				g_autoptr(GPtrArray) targets = contexts_targets(contexts, call);
				unsigned int add = from->contexts;

				/* Under a lock, process context is atomic context. */
				if (call->held)
					add = (add & ~CONTEXT_PROCESS) | CONTEXT_ATOMIC;
				for (k = 0; k < targets->len; k++) {
					struct standing *to = contexts_of(contexts,
									  targets->pdata[k]);

					changed |= (to->contexts | add) != to->contexts;
					to->contexts |= add;
				}
			}
		}
	}
}

struct contexts *contexts_compute(struct model *model, struct knowledge *knowledge)
{
	struct contexts *contexts = g_new0(struct contexts, 1);
	guint i;

	contexts->model = model;
	contexts->knowledge = knowledge;
	contexts->by_function = g_hash_table_new(g_direct_hash, g_direct_equal);
	contexts->standings = g_ptr_array_new();
	targets_resolve(model, knowledge);
	for (i = 0; i < model->functions->len; i++) {
		struct function *function = model->functions->pdata[i];
		struct standing *standing;

		if (!function->defined || !function->in_driver)
			continue;
		standing = model_alloc(model, sizeof(*standing));
		standing->function = function;
		standing->entries = model_array(model);
		g_hash_table_insert(contexts->by_function, function, standing);
		g_ptr_array_add(contexts->standings, standing);
	}
	for (i = 0; i < contexts->standings->len; i++) {
		struct standing *standing = contexts->standings->pdata[i];

		find_entries(contexts, standing);
		settle_entries(contexts, standing);
		find_regions(contexts, standing);
	}
	spread(contexts);
	find_critical(contexts);
	return contexts;
}

void contexts_free(struct contexts *contexts)
{
	if (!contexts)
		return;
	g_hash_table_unref(contexts->by_function);
	g_ptr_array_unref(contexts->standings);
	g_free(contexts);
}
