// SPDX-License-Identifier: GPL-2.0-or-later
/* What the terminal shows of a partition: one screen, a table, or JSON. */
#include <string.h>

#include <json.h>

#include "context.h"
#include "knowledge.h"
#include "locks_json.h"
#include "pointers.h"
#include "summary.h"
#include "targets.h"

static const char *const domain_names[] = {
	[DOMAIN_KERNEL] = "kernel", [DOMAIN_USER] = "user", [DOMAIN_BOTH] = "both",
};

/* Stable identifiers: JSON consumers match on them. */
static const char *const reason_names[] = {
	[REASON_ROOT] = "root", [REASON_REACHED] = "reached", [REASON_LOCK_HELD] = "lock-held",
	[REASON_TAKES_LOCK] = "takes-lock", [REASON_PINNED] = "pinned",
	[REASON_AMBIGUOUS] = "ambiguous", [REASON_HINT] = "hint",
	[REASON_NO_FAILURE] = "no-failure", [REASON_MODULE] = "module",
	[REASON_MOVABLE] = "movable", [REASON_HELPER] = "helper", [REASON_UNREACHED] = "unreached",
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

static unsigned int lines_of(const struct function *function)
{
	return function->last_line - function->first_line + 1;
}

static const struct reason *first_reason(const struct decision *decision)
{
	return decision->reasons->len ? decision->reasons->pdata[0] : NULL;
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
}

struct json_object *json_location(const struct location *at)
{
	struct json_object *object = json_object_new_object();

	json_object_object_add(object, "file",
			       at->file ? json_object_new_string(at->file) : NULL);
	json_object_object_add(object, "line", json_object_new_int64(at->line));
	json_object_object_add(object, "column", json_object_new_int64(at->column));
	return object;
}

static struct json_object *json_reason(const struct reason *reason)
{
	struct json_object *object = json_object_new_object();

	json_object_object_add(object, "kind", json_object_new_string(reason_names[reason->kind]));
	json_object_object_add(object, "text",
			       json_object_new_string(reason->text ? reason->text : ""));
	json_object_object_add(object, "at", json_location(&reason->at));
	if (reason->via)
		json_object_object_add(object, "via", json_object_new_string(reason->via->name));
	if (reason->hint)
		json_object_object_add(object, "hint", json_object_new_string(reason->hint));
	return object;
}

static struct json_object *json_reasons(GPtrArray *reasons)
{
	struct json_object *array = json_object_new_array();
	guint i;

	for (i = 0; i < reasons->len; i++)
		json_object_array_add(array, json_reason(reasons->pdata[i]));
	return array;
}

static struct json_object *json_contexts(unsigned int contexts)
{
	struct json_object *array = json_object_new_array();
	unsigned int bit;

	for (bit = CONTEXT_PROCESS; bit <= CONTEXT_UNKNOWN; bit <<= 1) {
		if (contexts & bit)
			json_object_array_add(array, json_object_new_string(context_name(bit)));
	}
	return array;
}

static struct json_object *json_decision(const struct decision *decision)
{
	struct json_object *object = json_object_new_object();
	const struct function *function = decision->function;

	json_object_object_add(object, "name", json_object_new_string(function->name));
	json_object_object_add(object, "at", json_location(&function->at));
	json_object_object_add(object, "lines", json_object_new_int64(lines_of(function)));
	json_object_object_add(object, "domain",
			       json_object_new_string(domain_names[decision->domain]));
	json_object_object_add(object, "context",
			       json_object_new_string(context_name(decision->contexts)));
	json_object_object_add(object, "contexts", json_contexts(decision->contexts));
	json_object_object_add(object, "entry", json_object_new_boolean(decision->entry));
	json_object_object_add(object, "upcall", json_object_new_boolean(decision->needs_upcall));
	json_object_object_add(object, "downcall",
			       json_object_new_boolean(decision->needs_downcall));
	json_object_object_add(object, "reasons", json_reasons(decision->reasons));
	return object;
}

/* Names of what crosses; null if no plan could be made. */
static struct json_object *json_crossings(const struct plan *plan, GPtrArray *crossings)
{
	struct json_object *array = plan ? json_object_new_array() : NULL;

	for (guint i = 0; plan && i < crossings->len; i++) {
		const struct crossing *crossing = crossings->pdata[i];

		json_object_array_add(array, json_object_new_string(crossing->name));
	}
	return array;
}

static struct json_object *json_pointers(const struct partition *partition,
					 const struct plan *plan)
{
	struct pointer_counts counts = pointers_count(partition, plan);
	struct json_object *object = json_object_new_object();

	json_object_object_add(object, "automatic", json_object_new_int64(counts.automatic));
	json_object_object_add(object, "hinted", json_object_new_int64(counts.hinted));
	json_object_object_add(object, "ambiguous", json_object_new_int64(counts.ambiguous));
	return object;
}

static struct json_object *json_indirect(const struct partition *partition)
{
	struct target_counts counts = targets_count(partition->model);
	struct json_object *object = json_object_new_object();

	json_object_object_add(object, "calls", json_object_new_int64(counts.calls));
	json_object_object_add(object, "slot", json_object_new_int64(counts.slot));
	json_object_object_add(object, "value", json_object_new_int64(counts.value));
	json_object_object_add(object, "type", json_object_new_int64(counts.by_type));
	json_object_object_add(object, "outward", json_object_new_int64(counts.outward));
	json_object_object_add(object, "unresolved", json_object_new_int64(counts.unresolved));
	return object;
}

void summary_json(FILE *to, const struct partition *partition, const struct plan *plan)
{
	struct json_object *root = json_object_new_object();
	struct json_object *functions = json_object_new_array();
	guint i;

	json_object_object_add(root, "module", json_object_new_string(partition->model->module));
	json_object_object_add(root, "release", json_object_new_string(partition->model->release));
	for (i = 0; i < partition->decisions->len; i++)
		json_object_array_add(functions, json_decision(partition->decisions->pdata[i]));
	json_object_object_add(root, "functions", functions);
	json_object_object_add(root, "ambiguities", json_reasons(partition->ambiguities));
	json_object_object_add(root, "assumptions", json_reasons(partition->assumptions));
	json_object_object_add(root, "locks", locks_json(partition->locks));
	json_object_object_add(root, "splits", json_object_new_boolean(plan != NULL));
	json_object_object_add(root, "upcalls", json_crossings(plan, plan ? plan->upcalls : NULL));
	json_object_object_add(root, "downcalls",
			       json_crossings(plan, plan ? plan->downcalls : NULL));
	json_object_object_add(root, "pointers", json_pointers(partition, plan));
	json_object_object_add(root, "indirect_calls", json_indirect(partition));
	json_object_object_add(root, "records", summary_records(plan));
	fprintf(to, "%s\n", json_object_to_json_string_ext(root, JSON_C_TO_STRING_PRETTY |
							   JSON_C_TO_STRING_NOSLASHESCAPE));
	json_object_put(root);
}

/* Functions and lines per domain, and functions per domain and reason. */
struct tally {
	unsigned int functions[3];
	unsigned int lines[3];
	unsigned int reasons[3][REASON_UNREACHED + 1];
};

static void count(const struct partition *partition, struct tally *tally)
{
	guint i;

	memset(tally, 0, sizeof(*tally));
	for (i = 0; i < partition->decisions->len; i++) {
		const struct decision *decision = partition->decisions->pdata[i];
		const struct reason *reason = first_reason(decision);

		tally->functions[decision->domain]++;
		tally->lines[decision->domain] += lines_of(decision->function);
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
		partition->model->release, partition->decisions->len);
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
