// SPDX-License-Identifier: GPL-2.0-or-later
/* What the terminal shows of a partition: one screen, a table, or JSON. */
#include <string.h>

#include "blockers.h"
#include "diag.h"
#include "knowledge.h"
#include "summary.h"

static const char *const domain_names[] = {
	[DOMAIN_KERNEL] = "kernel", [DOMAIN_USER] = "user", [DOMAIN_BOTH] = "both",
};

static const char *const reason_texts[] = {
	[REASON_ROOT] = "called by the kernel in atomic context",
	[REASON_REACHED] = "called from a critical function",
	[REASON_LOCK_HELD] = "called with a lock held or interrupts off",
	[REASON_TAKES_LOCK] = "takes a spinlock shared with atomic context",
	[REASON_PINNED] = "uses what cannot cross",
	[REASON_AMBIGUOUS] = "not known to be safe to move",
	[REASON_HINT] = "put there by a hint",
	[REASON_NO_FAILURE] = "called from the kernel half and cannot report failure",
	[REASON_MODULE] = "module boilerplate",
	[REASON_MOVABLE] = "process context, all it touches can cross",
	[REASON_HELPER] = "helper needed on both sides",
	[REASON_UNREACHED] = "nobody calls it",
};

static const struct reason *first_reason(const struct decision *decision)
{
	return decision->reasons->len ? decision->reasons->pdata[0] : NULL;
}

/* Of the functions that stay although they are no boilerplate: why most of them do. */
void summary_nothing_moved(const struct partition *partition)
{
	const struct location at = { .file = partition->model->directory };
	unsigned int counts[REASON_UNREACHED + 1] = { 0 }, total = 0, most = 0;
	const struct reason *example = NULL;
	guint i, kind;

	for (i = 0; i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];
		const struct reason *reason = first_reason(decision);

		if (decision->domain != DOMAIN_KERNEL)
			return;
		if (!reason || reason->kind == REASON_MODULE)
			continue;
		counts[reason->kind]++;
		total++;
	}
	for (kind = 0; kind <= REASON_UNREACHED; kind++)
		if (counts[kind] > counts[most])
			most = kind;
	for (i = 0; total && !example && i < partition->decisions->len; i++) {
		const struct reason *reason = first_reason(partition->decisions->pdata[i]);

		example = reason && reason->kind == most ? reason : NULL;
	}
	diag_note(&at, "nothing moves to the user half%s",
		  total ? "" : ": there is nothing but what runs when the module is loaded");
	if (example)
		diag_note(&example->at, "what blocks most, %u of %u functions: %s; here: %s",
			  counts[most], total, reason_texts[most], example->text);
	if (partition->ambiguities->len)
		diag_note(&at, "hints may move some of it: mdrv hints --init lists %u questions",
			  partition->ambiguities->len);
}

enum { SHOWN_BLOCKERS = 5 };

/* What would move most: single obstacles, not kinds of them. */
static void print_blockers(FILE *to, GPtrArray *blockers)
{
	guint shown = 0;

	for (guint i = 0; i < blockers->len && shown < SHOWN_BLOCKERS; i++) {
		const struct blocker *blocker = blockers->pdata[i];

		if (blocker->is_kind)
			continue;
		fprintf(to, "without \"%s\" more would move: functions %u, lines %u\n",
			blocker->name, blocker->functions, blocker->lines);
		shown++;
	}
}

void summary_text(FILE *to, const struct partition *partition)
{
	guint i;

	for (i = 0; i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];
		const struct function *function = decision->function;
		const struct reason *reason = first_reason(decision);

		fprintf(to, "%s:%u:%u: %-28s %-7s %s\n", function->at.file, function->at.line,
			function->at.column, function->name, domain_names[decision->domain],
			reason ? reason->text : "");
	}
	for (i = 0; i < partition->ambiguities->len; i++) {
		const struct reason *reason = partition->ambiguities->pdata[i];

		fprintf(to, "%s:%u:%u: ambiguous: %s\n", reason->at.file, reason->at.line,
			reason->at.column, reason->text);
		if (reason->hint)
			fprintf(to, "  settle it with the hint:\n%s\n", reason->hint);
	}
	for (i = 0; i < partition->assumptions->len; i++) {
		const struct reason *reason = partition->assumptions->pdata[i];

		fprintf(to, "%s:%u:%u: assumed: %s\n", reason->at.file, reason->at.line,
			reason->at.column, reason->text);
	}
	if (partition->blockers)
		print_blockers(to, partition->blockers);
}

/* Functions and lines per domain, and functions per domain and reason. */
struct tally {
	unsigned int functions[3];
	unsigned int lines[3];
	unsigned int reasons[3][REASON_UNREACHED + 1];
	unsigned int sections, section_lines;
};

static void count(const struct partition *partition, struct tally *tally)
{
	guint i;

	memset(tally, 0, sizeof(*tally));
	for (i = 0; i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];
		const struct reason *reason = first_reason(decision);

		if (decision->function->section_of) {
			tally->sections++;
			tally->section_lines += decision->function->lines;
			continue;
		}
		tally->functions[decision->domain]++;
		tally->lines[decision->domain] += decision->function->lines;
		if (reason)
			tally->reasons[decision->domain][reason->kind]++;
	}
}

static void print_tally(FILE *to, const struct tally *tally)
{
	static const char *const labels[] = {
		[DOMAIN_KERNEL] = "kept in the kernel", [DOMAIN_USER] = "moved to the user half",
		[DOMAIN_BOTH] = "in both halves",
	};
	static const enum domain order[] = { DOMAIN_KERNEL, DOMAIN_USER, DOMAIN_BOTH };
	size_t i, kind;

	for (i = 0; i < G_N_ELEMENTS(order); i++) {
		enum domain domain = order[i];

		fprintf(to, "  %3u functions, %5u lines  %s\n", tally->functions[domain],
			tally->lines[domain], labels[domain]);
		for (kind = 0; kind <= REASON_UNREACHED; kind++) {
			if (tally->reasons[domain][kind])
				fprintf(to, "        %3u  %s\n", tally->reasons[domain][kind],
					reason_texts[kind]);
		}
	}
	if (tally->sections)
		fprintf(to, "  %3u sections,  %5u lines  of moved functions run in the kernel\n",
			tally->sections, tally->section_lines);
}

static void print_ambiguities(FILE *to, const struct partition *partition)
{
	guint i, shown = MIN(partition->ambiguities->len, 4);

	if (!partition->ambiguities->len) {
		fputs("ambiguities: none\n", to);
		return;
	}
	fprintf(to, "ambiguities: %u (a hint file settles them)\n", partition->ambiguities->len);
	for (i = 0; i < shown; i++) {
		const struct reason *reason = partition->ambiguities->pdata[i];

		fprintf(to, "  %s:%u: %s\n", reason->at.file, reason->at.line, reason->text);
		if (reason->hint)
			fprintf(to, "    %s\n", reason->hint);
	}
	if (shown < partition->ambiguities->len)
		fprintf(to, "  and %u more: mdrv analyze lists them\n",
			partition->ambiguities->len - shown);
}

void summary_print(FILE *to, const struct partition *partition, const struct plan *plan,
		   const char *out)
{
	const struct knowledge *knowledge = partition->knowledge;
	struct tally tally;

	count(partition, &tally);
	fprintf(to, "%s for %s: %u functions\n", partition->model->module,
		partition->model->release, partition->decisions->len - tally.sections);
	print_tally(to, &tally);
	fprintf(to, "crossings: %u upcalls, %u downcalls; %u records, %u globals\n",
		plan->upcalls->len, plan->downcalls->len, plan->records->len, plan->globals->len);
	if (knowledge)
		fprintf(to,
			"annotations: %u facts about the kernel used; %u of %u driver hints used\n",
			knowledge_facts_used(knowledge),
			partition->hints_used, partition->hints_total);
	print_ambiguities(to, partition);
	fprintf(to, "assumptions: %u%s\n", partition->assumptions->len,
		partition->assumptions->len ? " (mdrv analyze lists them)" : "");
	fprintf(to, "written to %s; next: mdrv build %s\n", out, out);
}
