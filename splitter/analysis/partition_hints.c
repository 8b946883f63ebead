// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Hints against the result: one that asks for what the analysis has ruled out is
 * refused, with the chain of reasons that ruled it out.
 */
#include <string.h>

#include "chain.h"
#include "diag.h"
#include "partition_hints.h"

static void contradict(struct split *split, const struct hint *hint, const char *wish,
		       const struct decision *decision)
{
	const struct reason *first = decision->reasons->len ? decision->reasons->pdata[0] : NULL;

	diag_error(&hint->at, "the hint wants %s() %s, but it must stay in the kernel: %s; "
			      "remove 'domain: %s'",
		   hint->function, wish, first ? first->text : "it is needed there", hint->domain);
	chain_notes(split->partition, decision);
}

/* A context hint that denies what the facts say. */
static bool check_context(const struct split *split, const struct hint *hint,
			  const struct standing *standing)
{
	guint i;

	for (i = 0; hint->context && i < standing->entries->len; i++) {
		const struct entry *entry = standing->entries->pdata[i];
		unsigned int known = entry->slot ? entry->slot->context :
				     entry->arg ? entry->arg->context : 0;

		if (!(known & ~hint->context & CONTEXT_CRITICAL))
			continue;
		diag_error(&hint->at, "the hint says %s() is called in %s context, but the "
				      "kernel calls it in %s context: %s; remove 'context'",
			   hint->function, context_name(hint->context), context_name(known),
			   entry->text);
		diag_note(&entry->at, "%s() becomes %s here", hint->function, entry->text);
		return false;
	}
	return true;
}

static bool check_domain(struct split *split, const struct hint *hint,
			 const struct choice *choice)
{
	const struct decision *decision = choice->decision;

	if (!g_strcmp0(hint->domain, "user") && decision->domain != DOMAIN_USER) {
		if (decision->domain == DOMAIN_BOTH)
			diag_error(&hint->at, "the hint wants %s() in the user half only, but "
					      "the kernel needs it too: %s; write 'domain: both'",
				   hint->function,
				   ((struct reason *)decision->reasons->pdata[0])->text);
		else
			contradict(split, hint, "in the user half", decision);
		return false;
	}
	if (!g_strcmp0(hint->domain, "both") && choice->body->len) {
		contradict(split, hint, "in both halves", decision);
		return false;
	}
	return true;
}

static bool had_effect(const struct hint *hint, const struct choice *choice)
{
	const struct reason *first = choice->decision->reasons->len ?
				     choice->decision->reasons->pdata[0] : NULL;

	if (hint->used || (first && first->kind == REASON_HINT))
		return true;
	if (choice->decision->domain == DOMAIN_KERNEL)
		return hint->effects && choice->decision->needs_downcall;
	return hint->args->len || hint->failure || hint->domain;
}

/* Hints about kernel functions, operations and fields. */
static void count_others(struct partition *partition, GHashTable *table,
			 bool (*is_hint)(const void *fact))
{
	GHashTableIter iter;
	gpointer fact;

	g_hash_table_iter_init(&iter, table);
	while (g_hash_table_iter_next(&iter, NULL, &fact)) {
		if (!is_hint(fact))
			continue;
		partition->hints_total++;
		partition->hints_used += g_hash_table_contains(partition->knowledge->consulted,
							       fact);
	}
}

static bool fact_is_hint(const void *data)
{
	const struct fact *fact = data;

	return fact->is_hint;
}

static bool slot_is_hint(const void *data)
{
	const struct slot_fact *slot = data;

	return slot->is_hint;
}

static bool field_is_hint(const void *data)
{
	const struct field_fact *field = data;

	return field->is_hint;
}

bool partition_check_hints(struct split *split)
{
	bool ok = true;
	guint i;

	count_others(split->partition, split->knowledge->facts, fact_is_hint);
	count_others(split->partition, split->knowledge->slots, slot_is_hint);
	count_others(split->partition, split->knowledge->fields, field_is_hint);

	for (i = 0; i < split->order->len; i++) {
		const struct choice *choice = split->order->pdata[i];
		struct hint *hint = (struct hint *)
			knowledge_hint(split->knowledge, choice->standing->function->name);

		if (!hint)
			continue;
		split->partition->hints_total++;
		ok = check_context(split, hint, choice->standing) && ok;
		ok = check_domain(split, hint, choice) && ok;
		hint->used = had_effect(hint, choice);
		if (hint->used)
			split->partition->hints_used++;
		else if (ok)
			diag_warning(&hint->at, "the hint about %s() changes nothing; remove it",
				     hint->function);
	}
	return ok;
}
