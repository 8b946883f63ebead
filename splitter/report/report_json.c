// SPDX-License-Identifier: GPL-2.0-or-later
/* The report as a JSON document; README.md describes its keys. */
#include <string.h>

#include "blockers.h"
#include "knowledge.h"
#include "locks_json.h"
#include "pointers.h"
#include "report_internal.h"
#include "sleeping.h"
#include "summary.h"
#include "targets.h"

enum { DOCUMENT_VERSION = 1 };

const char *const report_domains[] = {
	[DOMAIN_KERNEL] = "kernel", [DOMAIN_USER] = "user", [DOMAIN_BOTH] = "both",
};

/* Stable identifiers: readers match on them. */
static const char *const reason_names[] = {
	[REASON_ROOT] = "root", [REASON_REACHED] = "reached", [REASON_LOCK_HELD] = "lock-held",
	[REASON_TAKES_LOCK] = "takes-lock", [REASON_PINNED] = "pinned",
	[REASON_AMBIGUOUS] = "ambiguous", [REASON_HINT] = "hint",
	[REASON_NO_FAILURE] = "no-failure", [REASON_MODULE] = "module",
	[REASON_MOVABLE] = "movable", [REASON_HELPER] = "helper", [REASON_UNREACHED] = "unreached",
};

static void add_text(struct json_object *object, const char *key, const char *text)
{
	if (text)
		json_object_object_add(object, key, json_object_new_string(text));
}

static void add_number(struct json_object *object, const char *key, int64_t number)
{
	json_object_object_add(object, key, json_object_new_int64(number));
}

static void add_flag(struct json_object *object, const char *key, bool flag)
{
	json_object_object_add(object, key, json_object_new_boolean(flag));
}

struct json_object *json_location(const struct location *at)
{
	struct json_object *object = json_object_new_object();

	json_object_object_add(object, "file",
			       at->file ? json_object_new_string(at->file) : NULL);
	add_number(object, "line", at->line);
	add_number(object, "column", at->column);
	return object;
}

static struct json_object *reason_json(const struct reason *reason)
{
	struct json_object *object = json_object_new_object();

	add_text(object, "kind", reason_names[reason->kind]);
	add_text(object, "text", reason->text ? reason->text : "");
	json_object_object_add(object, "at", json_location(&reason->at));
	if (reason->via)
		add_text(object, "via", reason->via->name);
	add_text(object, "hint", reason->hint);
	return object;
}

static struct json_object *reasons_json(GPtrArray *reasons)
{
	struct json_object *array = json_object_new_array();
	guint i;

	for (i = 0; i < reasons->len; i++)
		json_object_array_add(array, reason_json(reasons->pdata[i]));
	return array;
}

static struct json_object *contexts_json(unsigned int contexts)
{
	struct json_object *array = json_object_new_array();
	unsigned int bit;

	for (bit = CONTEXT_PROCESS; bit <= CONTEXT_UNKNOWN; bit <<= 1) {
		if (contexts & bit)
			json_object_array_add(array, json_object_new_string(context_name(bit)));
	}
	return array;
}

/* What the kernel enters it as. */
static struct json_object *entries_json(const struct report *report,
					const struct function *function)
{
	const struct standing *standing = contexts_of(report->partition->contexts, function);
	struct json_object *array = json_object_new_array();
	guint i;

	for (i = 0; standing && i < standing->entries->len; i++) {
		const struct entry *entry = standing->entries->pdata[i];
		struct json_object *object = json_object_new_object();

		add_text(object, "as", entry->text);
		json_object_object_add(object, "contexts", contexts_json(entry->context));
		json_object_object_add(object, "at", json_location(&entry->at));
		json_object_array_add(array, object);
	}
	return array;
}

/* The way into it for each context: numbers of functions, itself first. */
static struct json_object *chains_json(const struct report *report,
				       const struct decision *decision)
{
	struct json_object *object = json_object_new_object();
	unsigned int bit;
	guint i;

	for (bit = CONTEXT_PROCESS; bit <= CONTEXT_UNKNOWN; bit <<= 1) {
		g_autoptr(GPtrArray) chain = NULL;
		struct json_object *array;

		if (!(decision->contexts & bit))
			continue;
		chain = graph_chain(report->graph, decision->function, bit);
		array = json_object_new_array();
		for (i = 0; i < chain->len; i++) {
			const struct link *link = chain->pdata[i];

			json_object_array_add(array, json_object_new_int64(
						      report_number(report, link->function)));
		}
		json_object_object_add(object, context_name(bit), array);
	}
	return object;
}

/* Downcalls to the kernel that its calls become. */
static struct json_object *downcalls_json(const struct report *report,
					  const struct function *function)
{
	struct json_object *array = json_object_new_array();
	guint i;

	for (i = 0; i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];
		const struct crossing *downcall = graph_downcall(report->graph, call);
		struct json_object *object;

		if (!downcall || downcall->in_driver)
			continue;
		object = json_object_new_object();
		add_text(object, "name", downcall->name);
		json_object_object_add(object, "at", json_location(&call->at));
		json_object_array_add(array, object);
	}
	return array;
}

static struct json_object *function_json(const struct report *report,
					 const struct decision *decision)
{
	struct json_object *object = json_object_new_object();
	const struct function *function = decision->function;

	add_text(object, "name", function->name);
	json_object_object_add(object, "at", json_location(&function->at));
	add_text(object, "source", function->file);
	add_number(object, "first_line", function->first_line);
	add_number(object, "last_line", function->last_line);
	add_number(object, "lines", function->lines);
	if (function->section_of)
		add_flag(object, "section", true);
	add_text(object, "domain", report_domains[decision->domain]);
	add_text(object, "context", context_name(decision->contexts));
	json_object_object_add(object, "contexts", contexts_json(decision->contexts));
	add_flag(object, "entry", decision->entry);
	add_flag(object, "root", report_is_root(report, decision));
	json_object_object_add(object, "entries", entries_json(report, function));
	json_object_object_add(object, "chains", chains_json(report, decision));
	add_flag(object, "upcall", decision->needs_upcall);
	add_flag(object, "downcall", decision->needs_downcall);
	json_object_object_add(object, "downcalls", downcalls_json(report, function));
	json_object_object_add(object, "reasons", reasons_json(decision->reasons));
	return object;
}

static struct json_object *edges_json(const struct report *report)
{
	struct json_object *array = json_object_new_array();
	guint i;

	for (i = 0; i < report->graph->edges->len; i++) {
		const struct edge *edge = report->graph->edges->pdata[i];
		struct json_object *object = json_object_new_object();

		add_number(object, "from", report_number(report, edge->from));
		add_number(object, "to", report_number(report, edge->to));
		json_object_object_add(object, "at", json_location(&edge->call->at));
		add_flag(object, "indirect", edge->indirect);
		add_flag(object, "crosses", edge->crosses);
		if (edge->call->held)
			add_text(object, "held", edge->call->held_by ? edge->call->held_by :
				 "a lock");
		json_object_array_add(array, object);
	}
	return array;
}

static struct json_object *pointers_json(const struct report *report)
{
	struct pointer_counts counts = pointers_count(report->partition, report->plan);
	struct json_object *object = json_object_new_object();

	add_number(object, "automatic", counts.automatic);
	add_number(object, "hinted", counts.hinted);
	add_number(object, "ambiguous", counts.ambiguous);
	return object;
}

/* Names of what crosses; null if no plan could be made. */
static struct json_object *crossings_json(const struct plan *plan, GPtrArray *crossings)
{
	struct json_object *array = plan ? json_object_new_array() : NULL;
	guint i;

	for (i = 0; plan && i < crossings->len; i++) {
		const struct crossing *crossing = crossings->pdata[i];

		json_object_array_add(array, json_object_new_string(crossing->name));
	}
	return array;
}

/* How the targets of calls through pointers were found. */
static struct json_object *indirect_json(const struct partition *partition)
{
	struct target_counts counts = targets_count(partition->model);
	struct json_object *object = json_object_new_object();

	add_number(object, "calls", counts.calls);
	add_number(object, "slot", counts.slot);
	add_number(object, "value", counts.value);
	add_number(object, "type", counts.by_type);
	add_number(object, "outward", counts.outward);
	add_number(object, "unresolved", counts.unresolved);
	return object;
}

/* Calls that may sleep where that is forbidden, each with the calls that lead there. */
static struct json_object *sleeps_json(GPtrArray *bugs)
{
	struct json_object *array = json_object_new_array();
	guint i;

	for (i = 0; i < bugs->len; i++) {
		const struct sleep_bug *bug = bugs->pdata[i];
		struct json_object *object = json_object_new_object();

		json_object_object_add(object, "at", json_location(&bug->at));
		add_text(object, "callee", bug->callee);
		if (bug->in)
			add_text(object, "function", bug->in->name);
		add_text(object, "text", bug->text);
		json_object_object_add(object, "chain", reasons_json(bug->steps));
		json_object_array_add(array, object);
	}
	return array;
}

static struct json_object *blockers_json(GPtrArray *blockers)
{
	struct json_object *array = json_object_new_array();

	for (guint i = 0; i < blockers->len; i++) {
		const struct blocker *blocker = blockers->pdata[i];
		struct json_object *object = json_object_new_object();

		add_text(object, "name", blocker->name);
		add_flag(object, "kind", blocker->is_kind);
		add_number(object, "functions", blocker->functions);
		add_number(object, "lines", blocker->lines);
		json_object_array_add(array, object);
	}
	return array;
}

struct json_object *report_document(struct report *report)
{
	const struct partition *partition = report->partition;
	const struct plan *plan = report->plan;
	struct json_object *root = json_object_new_object();
	struct json_object *functions = json_object_new_array();
	guint i;

	add_number(root, "version", DOCUMENT_VERSION);
	add_text(root, "module", partition->model->module);
	add_text(root, "directory", partition->model->directory);
	add_text(root, "release", partition->model->release);
	for (i = 0; i < partition->decisions->len; i++)
		json_object_array_add(functions,
				      function_json(report, partition->decisions->pdata[i]));
	json_object_object_add(root, "functions", functions);
	json_object_object_add(root, "edges", edges_json(report));
	json_object_object_add(root, "ambiguities", reasons_json(partition->ambiguities));
	json_object_object_add(root, "assumptions", reasons_json(partition->assumptions));
	json_object_object_add(root, "locks", locks_json(partition->locks));
	json_object_object_add(root, "sleeps", sleeps_json(partition->sleeps));
	if (partition->blockers)
		json_object_object_add(root, "blockers", blockers_json(partition->blockers));
	add_flag(root, "splits", plan != NULL);
	json_object_object_add(root, "upcalls",
			       crossings_json(plan, plan ? plan->upcalls : NULL));
	json_object_object_add(root, "downcalls",
			       crossings_json(plan, plan ? plan->downcalls : NULL));
	json_object_object_add(root, "pointers", pointers_json(report));
	json_object_object_add(root, "indirect_calls", indirect_json(partition));
	json_object_object_add(root, "records", summary_records(plan));
	return root;
}

char *report_json_text(struct json_object *document, bool pretty)
{
	const char *text = json_object_to_json_string_ext(document, JSON_C_TO_STRING_NOSLASHESCAPE |
							  (pretty ? JSON_C_TO_STRING_PRETTY :
							   JSON_C_TO_STRING_PLAIN));

	/* Strings of the source may be in any encoding. */
	return g_utf8_make_valid(text, -1);
}
