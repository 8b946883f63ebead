// SPDX-License-Identifier: GPL-2.0-or-later
/* The line of JSON about one module; README.md ("Survey") documents its keys. */
#include <string.h>

#include "survey_internal.h"

const char *outcome_name(enum outcome outcome)
{
	static const char *const names[] = {
		[OUTCOME_OK] = "ok", [OUTCOME_FAILED] = "failed",
		[OUTCOME_SKIPPED] = "skipped", [OUTCOME_TIMEOUT] = "timeout",
	};

	return names[outcome];
}

const char *json_text(struct json_object *object, const char *key)
{
	struct json_object *value;

	if (!json_object_object_get_ex(object, key, &value))
		return NULL;
	return json_object_get_string(value);
}

static void add_number(struct json_object *object, const char *key, int64_t value)
{
	json_object_object_add(object, key, json_object_new_int64(value));
}

static void add_seconds(struct json_object *object, const char *key, double value)
{
	char text[32];

	g_snprintf(text, sizeof(text), "%.3f", value);
	json_object_object_add(object, key, json_object_new_double_s(value, text));
}

/* Adds one to the number under @key. */
static void bump(struct json_object *object, const char *key)
{
	struct json_object *value;

	if (json_object_object_get_ex(object, key, &value))
		json_object_int_inc(value, 1);
	else
		add_number(object, key, 1);
}

struct counts {
	int64_t functions, lines;
	int64_t moved[2], moved_lines[2];	/* user, both */
	struct json_object *reasons;	/* of kept functions, by kind */
	struct json_object *roots;	/* critical roots, by context */
};

static void count_function(struct counts *counts, struct json_object *function)
{
	const char *domain = json_text(function, "domain"), *kind = NULL;
	struct json_object *value, *reason;
	int64_t lines = 0;

	if (json_object_object_get_ex(function, "lines", &value))
		lines = json_object_get_int64(value);
	counts->functions++;
	counts->lines += lines;
	if (g_strcmp0(domain, "kernel")) {
		bool both = !g_strcmp0(domain, "both");

		counts->moved[both]++;
		counts->moved_lines[both] += lines;
		return;
	}
	if (!json_object_object_get_ex(function, "reasons", &value) ||
	    !json_object_array_length(value))
		return;
	reason = json_object_array_get_idx(value, 0);
	kind = json_text(reason, "kind");
	if (kind)
		bump(counts->reasons, kind);
	if (!g_strcmp0(kind, "root")) {
		const char *context = json_text(function, "context");

		bump(counts->roots, context ? context : "unknown");
	}
}

static void add_movable(struct json_object *line, const struct counts *counts)
{
	static const char *const names[] = { "user", "both" };
	struct json_object *movable = json_object_new_object();
	int i;

	for (i = 0; i < 2; i++) {
		struct json_object *part = json_object_new_object();

		add_number(part, "functions", counts->moved[i]);
		add_number(part, "lines", counts->moved_lines[i]);
		json_object_object_add(movable, names[i], part);
	}
	json_object_object_add(line, "movable", movable);
}

/* What would be settled once for all drivers, by a fact about the kernel: how often. */
static void add_ambiguities(struct json_object *line, struct json_object *list)
{
	struct json_object *unsettled = json_object_new_object();
	size_t i;

	for (i = 0; i < json_object_array_length(list); i++) {
		const char *text = json_text(json_object_array_get_idx(list, i), "text");
		const char *operation = text ? strstr(text, "not known: ") : NULL;

		if (text)
			bump(unsettled, operation ? operation + strlen("not known: ") : text);
	}
	add_number(line, "ambiguities", json_object_array_length(list));
	json_object_object_add(line, "unsettled", unsettled);
}

static void add_report(struct json_object *line, struct json_object *report)
{
	struct counts counts = {
		.reasons = json_object_new_object(), .roots = json_object_new_object(),
	};
	struct json_object *list;
	size_t i;

	if (json_object_object_get_ex(report, "functions", &list)) {
		for (i = 0; i < json_object_array_length(list); i++)
			count_function(&counts, json_object_array_get_idx(list, i));
	}
	add_number(line, "functions", counts.functions);
	add_number(line, "lines", counts.lines);
	add_movable(line, &counts);
	json_object_object_add(line, "kept", counts.reasons);
	json_object_object_add(line, "roots", counts.roots);
	if (json_object_object_get_ex(report, "ambiguities", &list))
		add_ambiguities(line, list);
	if (json_object_object_get_ex(report, "blockers", &list))
		json_object_object_add(line, "blockers", json_object_get(list));
	if (json_object_object_get_ex(report, "splits", &list))
		json_object_object_add(line, "splits", json_object_get(list));
	if (json_object_object_get_ex(report, "pointers", &list))
		json_object_object_add(line, "pointers", json_object_get(list));
	if (json_object_object_get_ex(report, "indirect_calls", &list))
		json_object_object_add(line, "indirect_calls", json_object_get(list));
}

char *record_line(const struct module *module, const struct result *result)
{
	struct json_object *line = json_object_new_object();
	char *name = g_path_get_basename(module->path), *text;

	add_number(line, "version", SURVEY_VERSION);
	json_object_object_add(line, "module", json_object_new_string(name));
	json_object_object_add(line, "path", json_object_new_string(module->path));
	json_object_object_add(line, "status",
			       json_object_new_string(outcome_name(result->outcome)));
	if (result->reason)
		json_object_object_add(line, "reason", json_object_new_string(result->reason));
	add_number(line, "files", module->files->len);
	if (result->report)
		add_report(line, result->report);
	add_seconds(line, "seconds", result->cost.seconds);
	add_seconds(line, "cpu_seconds", result->cost.cpu);
	add_number(line, "peak_rss_kb", result->cost.peak_kb);
	if (result->baseline.seconds > 0) {
		add_seconds(line, "baseline_seconds", result->baseline.seconds);
		add_seconds(line, "baseline_cpu_seconds", result->baseline.cpu);
	}
	text = g_strdup(json_object_to_json_string_ext(line, JSON_C_TO_STRING_PLAIN |
						       JSON_C_TO_STRING_NOSLASHESCAPE));
	json_object_put(line);
	g_free(name);
	return text;
}
