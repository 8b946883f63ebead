// SPDX-License-Identifier: GPL-2.0-or-later
/* mdrv explain LOCK: who takes it where and in which contexts, and what it pins. */
#include <string.h>

#include "explain_internal.h"

/* "x.lock" and "lock" for "struct x.lock"; also as written: "&x->lock", "x->lock". */
static bool is_called(const struct lock *lock, const char *name)
{
	const char *tail = lock->name + strlen(lock->name);
	guint i;

	tail -= MIN(strlen(name), strlen(lock->name));
	if (!strcmp(tail, name) && (tail == lock->name || tail[-1] == '.' || tail[-1] == ' '))
		return true;
	for (i = 0; i < lock->sites->len; i++) {
		const struct lock_site *site = lock->sites->pdata[i];
		const char *text = site->text;

		if (!strcmp(text, name) || (*text == '&' && !strcmp(text + 1, name)))
			return true;
	}
	return false;
}

GPtrArray *explain_find_locks(const struct partition *partition, const char *name)
{
	GPtrArray *found = g_ptr_array_new();
	guint i;

	for (i = 0; i < partition->locks->locks->len; i++) {
		struct lock *lock = partition->locks->locks->pdata[i];

		if (is_called(lock, name))
			g_ptr_array_add(found, lock);
	}
	return found;
}

void explain_site(FILE *to, const struct lock_site *site)
{
	fprintf(to, "%s(%s), variant %s", site->primitive, site->text,
		lock_variant_name(site->variant));
	if (site->tries)
		fputs(", which may fail", to);
	if (site->helper)
		fprintf(to, ", within %s()", site->helper->name);
	if (site->held)
		fputs(", within another atomic region", to);
	explain_at(to, &site->at);
}

static void print_sites(const struct question *question, const struct lock *lock)
{
	FILE *to = question->to;
	guint i;

	fputs("taken by\n", to);
	for (i = 0; i < lock->sites->len; i++) {
		const struct lock_site *site = lock->sites->pdata[i];
		const struct decision *decision = partition_of(question->partition,
							       site->function);

		fprintf(to, "    %s() of %s%s in ", site->function->name,
			decision && decision->domain == DOMAIN_BOTH ? "" : "the ",
			explain_halves[decision ? decision->domain : DOMAIN_KERNEL]);
		explain_contexts(to, site->contexts);
		fputs(": ", to);
		explain_site(to, site);
		fputc('\n', to);
	}
}

static bool same_place(const struct location *a, const struct location *b)
{
	return a->line == b->line && a->column == b->column && !g_strcmp0(a->file, b->file);
}

/* Is it this lock under which @caller makes the call at @at? */
static bool held_at(const struct lock *lock, const struct function *caller,
		    const struct location *at)
{
	guint i, j;

	for (i = 0; caller && i < caller->calls->len; i++) {
		const struct call *call = caller->calls->pdata[i];

		if (!call->held_by || !same_place(&call->at, at))
			continue;
		for (j = 0; j < lock->sites->len; j++) {
			const struct lock_site *site = lock->sites->pdata[j];

			if (site->function == caller && strstr(call->held_by, site->text))
				return true;
		}
	}
	return false;
}

static bool pins(const struct lock *lock, const struct decision *decision,
		 const struct reason *reason)
{
	guint i;

	if (reason->kind == REASON_LOCK_HELD)
		return held_at(lock, reason->via, &reason->at);
	for (i = 0; reason->kind == REASON_TAKES_LOCK && i < lock->sites->len; i++) {
		const struct lock_site *site = lock->sites->pdata[i];

		if (site->function == decision->function && same_place(&site->at, &reason->at))
			return true;
	}
	return false;
}

static void print_pinned(const struct question *question, const struct lock *lock)
{
	GPtrArray *decisions = question->partition->decisions;
	FILE *to = question->to;
	bool any = false;
	guint i, j;

	for (i = 0; i < decisions->len; i++) {
		const struct decision *decision = decisions->pdata[i];

		for (j = 0; j < decision->reasons->len; j++) {
			const struct reason *reason = decision->reasons->pdata[j];

			if (!pins(lock, decision, reason))
				continue;
			fputs(any ? "" : "keeps in the kernel\n", to);
			any = true;
			fprintf(to, "    %s(): %s%s", decision->function->name,
				reason->text, j ? "; not the only reason" : "");
			explain_at(to, &reason->at);
			fputc('\n', to);
		}
	}
	if (!any)
		fputs("keeps nothing in the kernel by itself\n", to);
}

void explain_one_lock(const struct question *question, const struct lock *lock)
{
	const struct lock_site *first = lock->sites->pdata[0];
	const struct location *at = lock->field ? &lock->field->at :
				    lock->global ? &lock->global->at : &first->at;
	FILE *to = question->to;

	fprintf(to, "%s:%u:%u: lock %s: class %s, taken in ", at->file, at->line, at->column,
		lock->name, lock_class_name(lock->class));
	explain_contexts(to, lock->contexts);
	fprintf(to, "%s\n", lock->known ? "" :
		"; which object it is cannot be told, so it counts as one of its own");
	print_sites(question, lock);
	print_pinned(question, lock);
}
