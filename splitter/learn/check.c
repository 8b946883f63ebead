// SPDX-License-Identifier: GPL-2.0-or-later
/* The audit: what people wrote and what was learnt, slot by slot. */
#include <string.h>

#include "learn.h"

enum { AGREE, CONTRADICTION, NO_EVIDENCE, LEARNT_ONLY, CLASSES };

static const char *const class_names[CLASSES] = {
	[AGREE] = "agree", [CONTRADICTION] = "contradiction",
	[NO_EVIDENCE] = "hand-written without evidence", [LEARNT_ONLY] = "learnt only",
};

/* All calls are proven to be in process context, or one is not and should be. */
static bool contradicts(const struct slot_fact *written, const struct slot_fact *learnt)
{
	return !(written->context & CONTEXT_CRITICAL) != !(learnt->context & CONTEXT_CRITICAL);
}

static int class_of(const struct slot_fact *written, const struct slot_fact *learnt)
{
	bool known = learnt && (learnt->context & (CONTEXT_PROCESS | CONTEXT_CRITICAL));

	if (!written)
		return known ? LEARNT_ONLY : CLASSES;
	if (!known)
		return NO_EVIDENCE;
	return contradicts(written, learnt) ? CONTRADICTION : AGREE;
}

static const char *word(unsigned int context)
{
	return context & CONTEXT_CRITICAL ? context & CONTEXT_PROCESS ? "process or atomic" :
	       "atomic" : context & CONTEXT_PROCESS ? "process" : "unknown";
}

static gint by_text(gconstpointer left, gconstpointer right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static GPtrArray *all_names(const struct knowledge *knowledge)
{
	GPtrArray *names = g_ptr_array_new();
	GHashTableIter iter;
	gpointer name;

	g_hash_table_iter_init(&iter, knowledge->slots);
	while (g_hash_table_iter_next(&iter, &name, NULL)) {
		if (!g_str_has_suffix(name, ".*"))
			g_ptr_array_add(names, name);
	}
	g_hash_table_iter_init(&iter, knowledge->learnt);
	while (g_hash_table_iter_next(&iter, &name, NULL)) {
		if (!g_hash_table_contains(knowledge->slots, name))
			g_ptr_array_add(names, name);
	}
	g_ptr_array_sort(names, by_text);
	return names;
}

/* What a person wrote about it, perhaps about all members of the record at once. */
static const struct slot_fact *written_about(const struct knowledge *knowledge, const char *name)
{
	const struct slot_fact *fact = g_hash_table_lookup(knowledge->slots, name);
	g_autofree char *all = NULL;

	if (fact)
		return fact;
	all = g_strdup_printf("%.*s.*", (int)strcspn(name, "."), name);
	return g_hash_table_lookup(knowledge->slots, all);
}

static void print_contradiction(FILE *to, const char *name, const struct slot_fact *written,
				const struct slot_fact *learnt)
{
	guint i;

	fprintf(to, "%s:%u: %s is %s, but learnt as %s\n", written->at.file, written->at.line,
		name, word(written->context), word(learnt->context));
	for (i = 0; i < learnt->sites->len; i++)
		fprintf(to, "    %s\n", (const char *)learnt->sites->pdata[i]);
}

bool learn_check(FILE *to, const struct knowledge *knowledge)
{
	g_autoptr(GPtrArray) names = all_names(knowledge);
	guint counts[CLASSES + 1] = { 0 };
	guint i;

	for (i = 0; i < names->len; i++) {
		const char *name = names->pdata[i];
		const struct slot_fact *learnt = g_hash_table_lookup(knowledge->learnt, name);
		const struct slot_fact *written = written_about(knowledge, name);
		int class = class_of(written, learnt);

		counts[class]++;
		if (class == CONTRADICTION)
			print_contradiction(to, name, written, learnt);
	}
	for (i = 0; i < CLASSES; i++)
		fprintf(to, "%5u %s\n", counts[i], class_names[i]);
	return !ferror(to);
}
