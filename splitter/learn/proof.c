// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Proofs over the call graph of one file. All functions are taken to run in process
 * context at first; whoever may be entered otherwise, or by nobody knows whom, loses
 * that, and with it those that it calls, until nothing changes.
 */
#include <string.h>

#include "before.h"
#include "proof.h"
#include "targets.h"

/* What is known of one function of the file. */
struct standpoint {
	const struct function *function;
	GPtrArray *callers;	/* struct call *: may reach it */
	const char *entered;	/* an entry in process context: "struct x.show", or NULL */
	const char *doubt;	/* why it may run elsewhere, or NULL */
	GPtrArray *needs;	/* char *: otherwise as all calls of these; see proof.h */
	const char *pinned;	/* an operation that a person pinned leads here, or NULL */
};

struct prover {
	struct contexts *contexts;
	struct history *history;
	GHashTable *standpoints; /* struct function * -> struct standpoint * */
	GPtrArray *list;	/* the same, in the order of the model */
};

static const char *say(struct prover *prover, const char *format, ...) G_GNUC_PRINTF(2, 3);

static const char *say(struct prover *prover, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list ap;

	va_start(ap, format);
	text = g_strdup_vprintf(format, ap);
	va_end(ap);
	return model_intern(prover->contexts->model, text);
}

static struct standpoint *standpoint_of(const struct prover *prover,
					const struct function *function)
{
	return function ? g_hash_table_lookup(prover->standpoints, function) : NULL;
}

/* True if that is new. */
static bool add_need(struct standpoint *point, const char *need)
{
	if (g_ptr_array_find(point->needs, need, NULL))
		return false;
	g_ptr_array_add(point->needs, (gpointer)need);
	return true;
}

/* "struct x.op" if other files see the record, and people have said nothing about it. */
static const char *open_slot(struct prover *prover, const struct field *field,
			     const struct slot_fact *fact)
{
	const char *record = contexts_record(prover->contexts, field);

	if ((fact && !fact->learnt) || !record || !*record || !field->owner->at.file ||
	    !g_str_has_suffix(field->owner->at.file, ".h"))
		return NULL;
	return say(prover, "%s.%s", record, field->name);
}

/* What the kernel enters it as. */
static void take_entry(struct prover *prover, struct standpoint *point,
		       const struct entry *entry)
{
	const char *text = entry->text;
	unsigned int context = entry->context;
	const char *need = NULL;

	if (entry->escape->kind == ESCAPE_EXPORT)
		return;		/* take_entries(): as whatever is not static */
	if (entry->escape->kind == ESCAPE_SLOT)
		need = open_slot(prover, entry->escape->field, entry->slot);
	if (entry->slot && (entry->slot->is_hint || entry->slot->learnt))
		context = CONTEXT_UNKNOWN;	/* what was learnt proves nothing further */
	if (entry->slot && entry->slot->pinned && !point->pinned)
		point->pinned = say(prover, "reached from %s: %s", text, entry->slot->pinned);
	if (need) {
		add_need(point, need);
	} else if (context & ~(CONTEXT_PROCESS | CONTEXT_CALLER)) {
		if (!point->doubt)
			point->doubt = say(prover, "%s() is entered as %s, %s",
					   point->function->name, text,
					   context & CONTEXT_CRITICAL ?
					   "in atomic context" : "of which nothing is known");
	} else if (context & CONTEXT_PROCESS) {
		point->entered = text;
	}
}

static void take_entries(struct prover *prover, struct standpoint *point)
{
	const struct standing *standing = contexts_of(prover->contexts, point->function);
	const struct function *function = point->function;
	guint i;

	for (i = 0; standing && i < standing->entries->len; i++)
		take_entry(prover, point, standing->entries->pdata[i]);
	if (function->is_init || function->is_exit)
		point->entered = function->is_init ? "an initialiser" : "an exit function";
	if (function->is_static)
		return;
	/* Of what people wrote about, nobody notes the calls: there are too many. */
	if (!g_hash_table_contains(prover->contexts->knowledge->facts, function->name))
		add_need(point, say(prover, "%s()", function->name));
	else if (!point->doubt)
		point->doubt = say(prover, "other files may call %s()", function->name);
}

static void take_call(struct prover *prover, const struct function *target,
		      const struct call *call)
{
	struct standpoint *point = standpoint_of(prover, target);

	if (point)
		g_ptr_array_add(point->callers, (gpointer)call);
}

static void take_calls(struct prover *prover)
{
	const struct model *model = prover->contexts->model;
	guint i, j, k;

	for (i = 0; i < model->functions->len; i++) {
		const struct function *function = model->functions->pdata[i];

		for (j = 0; j < function->calls->len; j++) {
			const struct call *call = function->calls->pdata[j];

			if (call->kind == CALL_DIRECT)
				take_call(prover, call->callee, call);
			for (k = 0; call->targets && k < call->targets->len; k++)
				take_call(prover, ((struct target *)
						   call->targets->pdata[k])->function, call);
		}
	}
}

/* ", called by f(), after mutex_lock() in line 12"; true: that is the end of the way. */
static bool say_caller(const struct prover *prover, GString *text, const struct call *call)
{
	g_autofree char *words = NULL;
	struct before before;

	g_string_append_printf(text, ", called by %s()", call->caller->name);
	if (!history_before(prover->history, call, &before) || !before.proof)
		return false;
	words = history_words(before.proof);
	g_string_append_printf(text, " after %s", words);
	return true;
}

/* One way on which a function is entered: "in a(), called by b(), called as struct x.show". */
static char *way_to(const struct prover *prover, const struct function *function)
{
	GString *text = g_string_new(NULL);
	int steps;

	g_string_append_printf(text, "in %s()", function->name);
	for (steps = 0; steps < 6; steps++) {
		const struct standpoint *point = standpoint_of(prover, function);
		const struct call *call;

		if (point && point->entered) {
			g_string_append_printf(text, ", called as %s", point->entered);
			break;
		}
		if (!point || !point->callers->len)
			break;
		call = point->callers->pdata[0];
		if (say_caller(prover, text, call))
			break;
		function = call->caller;
	}
	return g_string_free(text, FALSE);
}

/* A call that is not under anything, nor after a proof or a doubt: what its callers say. */
static struct finding judge_callers(struct prover *prover, const struct call *call,
				    const struct standpoint *point)
{
	struct finding finding = { .verdict = VERDICT_UNKNOWN };
	const char *in = call->caller->name;
	g_autofree char *words = NULL;

	if (!point) {
		finding.why = say(prover, "in %s(), which other files have as well", in);
	} else if (call->dropped) {
		finding.why = say(prover, "in %s(), which ends what its callers began", in);
	} else if (point->doubt) {
		finding.why = say(prover, "in %s(); %s", in, point->doubt);
	} else {
		words = way_to(prover, call->caller);
		finding.verdict = VERDICT_PROCESS;
		finding.why = say(prover, "%s", words);
		finding.needs = point->needs->len ? point->needs : NULL;
	}
	return finding;
}

struct finding prover_judge(struct prover *prover, const struct call *call)
{
	const struct standpoint *point = standpoint_of(prover, call->caller);
	const char *in = call->caller ? call->caller->name : "?";
	struct finding finding = { .verdict = VERDICT_UNKNOWN };
	g_autofree char *words = NULL;
	struct before before;

	if (call->held) {
		finding.verdict = VERDICT_ATOMIC;
		finding.why = say(prover, "in %s(), under %s", in,
				  call->held_by ? call->held_by : "a lock");
	} else if (!history_before(prover->history, call, &before)) {
		finding.why = say(prover, "in %s(): no code is made from it", in);
	} else if (before.doubt) {
		words = history_words(before.doubt);
		finding.why = say(prover, "in %s(), after %s, which may hold something", in, words);
	} else if (before.proof) {
		words = history_words(before.proof);
		finding.verdict = VERDICT_PROCESS;
		finding.why = say(prover, "in %s(), after %s", in, words);
	} else {
		finding = judge_callers(prover, call, point);
	}
	finding.pinned = point ? point->pinned : NULL;
	return finding;
}

/* A callback that is handed over: what the fact about that function says. */
static void judge_callback(struct prover *prover, const struct reference *reference,
			   struct finding *finding)
{
	const char *name;
	const struct fact_arg *arg = targets_callback(prover->contexts->knowledge,
						      reference->call, reference->arg, &name);

	if (arg && !(arg->context & ~CONTEXT_PROCESS))
		finding->verdict = VERDICT_PROCESS;
	finding->why = say(prover, "as callback of %s()", name);
}

static void judge_slot(struct prover *prover, const struct reference *reference,
		       struct finding *finding)
{
	const char *record = contexts_record(prover->contexts, reference->field);
	const struct slot_fact *slot = knowledge_slot(prover->contexts->knowledge,
						      record ? record : "", reference->field->name);
	const char *need = open_slot(prover, reference->field, slot);
	GPtrArray *needs;

	finding->why = say(prover, "as %s.%s", record ? record : "?", reference->field->name);
	if (slot && slot->pinned)
		finding->pinned = say(prover, "reached from %s.%s: %s", record,
				      reference->field->name, slot->pinned);
	if (need) {
		needs = model_array(prover->contexts->model);
		g_ptr_array_add(needs, (gpointer)need);
		finding->needs = needs;
	}
	if (need || (slot && !slot->is_hint && !slot->learnt &&
		     !(slot->context & ~CONTEXT_PROCESS)))
		finding->verdict = VERDICT_PROCESS;
}

struct finding prover_judge_address(struct prover *prover, const struct reference *reference)
{
	struct finding finding = { .verdict = VERDICT_UNKNOWN, .why = "its address is taken" };

	if (reference->kind == REF_ARGUMENT && reference->call)
		judge_callback(prover, reference, &finding);
	else if (reference->kind == REF_SLOT && reference->field)
		judge_slot(prover, reference, &finding);
	return finding;
}

/* A call that puts the function into doubt, or one that pins it; true if that is new. */
static bool spread_from(struct prover *prover, struct standpoint *point, const struct call *call)
{
	struct finding finding = prover_judge(prover, call);
	bool changed = false;
	guint i;

	if (finding.pinned && !point->pinned) {
		point->pinned = finding.pinned;
		changed = true;
	}
	if (finding.verdict != VERDICT_PROCESS && !point->doubt) {
		point->doubt = say(prover, "%s() is called in line %u, %s", point->function->name,
				   call->at.line, finding.why);
		changed = true;
	}
	for (i = 0; finding.needs && finding.needs != point->needs && i < finding.needs->len; i++)
		changed |= add_need(point, finding.needs->pdata[i]);
	return changed;
}

static void spread(struct prover *prover)
{
	bool changed = true;
	guint i, j;

	while (changed) {
		changed = false;
		for (i = 0; i < prover->list->len; i++) {
			struct standpoint *point = prover->list->pdata[i];

			for (j = 0; j < point->callers->len; j++)
				changed |= spread_from(prover, point, point->callers->pdata[j]);
		}
	}
}

/* May anybody at all be on the way to it? Functions that only call each other are not. */
static bool is_grounded(const struct prover *prover, const struct standpoint *point,
			GHashTable *grounded)
{
	guint i;

	if (point->entered || point->doubt || point->needs->len)
		return true;
	for (i = 0; i < point->callers->len; i++) {
		const struct call *call = point->callers->pdata[i];
		struct standpoint *from = standpoint_of(prover, call->caller);

		if (!from || g_hash_table_contains(grounded, from))
			return true;
	}
	return false;
}

/* An address in assembly or in a section: the analysis does not see who calls. */
static void doubt_unreached(struct prover *prover)
{
	g_autoptr(GHashTable) grounded = g_hash_table_new(NULL, NULL);
	bool changed = true;
	guint i;

	while (changed) {
		changed = false;
		for (i = 0; i < prover->list->len; i++) {
			struct standpoint *point = prover->list->pdata[i];

			if (is_grounded(prover, point, grounded))
				changed |= g_hash_table_add(grounded, point);
		}
	}
	for (i = 0; i < prover->list->len; i++) {
		struct standpoint *point = prover->list->pdata[i];

		if (!g_hash_table_contains(grounded, point))
			point->doubt = say(prover, "nobody is seen to call %s()",
					   point->function->name);
	}
}

static struct standpoint *standpoint_new(const struct function *function)
{
	struct standpoint *point = g_new0(struct standpoint, 1);

	point->function = function;
	point->callers = g_ptr_array_new();
	point->needs = g_ptr_array_new();
	return point;
}

static void standpoint_free(gpointer data)
{
	struct standpoint *point = data;

	g_ptr_array_unref(point->callers);
	g_ptr_array_unref(point->needs);
	g_free(point);
}

struct prover *prover_new(struct contexts *contexts)
{
	struct prover *prover = g_new0(struct prover, 1);
	guint i;

	prover->contexts = contexts;
	prover->history = history_new(contexts->knowledge);
	prover->standpoints = g_hash_table_new(NULL, NULL);
	prover->list = g_ptr_array_new_with_free_func(standpoint_free);
	for (i = 0; i < contexts->model->functions->len; i++) {
		const struct function *function = contexts->model->functions->pdata[i];
		struct standpoint *point;

		if (!function->defined || !function->in_driver)
			continue;
		point = standpoint_new(function);
		g_ptr_array_add(prover->list, point);
		g_hash_table_insert(prover->standpoints, (gpointer)function, point);
	}
	take_calls(prover);
	for (i = 0; i < prover->list->len; i++)
		take_entries(prover, prover->list->pdata[i]);
	doubt_unreached(prover);
	spread(prover);
	return prover;
}

void prover_free(struct prover *prover)
{
	history_free(prover->history);
	g_hash_table_unref(prover->standpoints);
	g_ptr_array_unref(prover->list);
	g_free(prover);
}
