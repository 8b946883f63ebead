// SPDX-License-Identifier: GPL-2.0-or-later
/* Lines of results read and added up: by subsystem, by obstacle, by open question. */
#include <string.h>

#include "diag.h"
#include "survey_internal.h"
#include "survey_tally.h"

enum { SHOWN_QUESTIONS = 20, SHOWN_OBSTACLES = 60 };

static const char *const pointer_kinds[] = { "automatic", "hinted", "ambiguous" };

static struct row *row_new(const char *name)
{
	struct row *row = g_new0(struct row, 1);

	row->name = g_strdup(name);
	row->shares = g_array_new(FALSE, FALSE, sizeof(double));
	row->seconds = g_array_new(FALSE, FALSE, sizeof(double));
	row->ratios = g_array_new(FALSE, FALSE, sizeof(double));
	row->cpu_ratios = g_array_new(FALSE, FALSE, sizeof(double));
	return row;
}

static void row_free(gpointer data)
{
	struct row *row = data;

	g_array_unref(row->shares);
	g_array_unref(row->seconds);
	g_array_unref(row->ratios);
	g_array_unref(row->cpu_ratios);
	g_free(row->name);
	g_free(row);
}

double json_number(struct json_object *object, const char *key, const char *inner,
		   const char *innermost)
{
	const char *keys[] = { key, inner, innermost };
	guint i;

	for (i = 0; i < G_N_ELEMENTS(keys) && keys[i]; i++) {
		if (!json_object_object_get_ex(object, keys[i], &object))
			return 0;
	}
	return json_object_get_double(object);
}

double percent(int64_t part, int64_t whole)
{
	return whole ? 100.0 * part / whole : 0;
}

static void add_ratio(GArray *to, double value, double baseline)
{
	double ratio = baseline > 0 ? value / baseline : 0;

	if (ratio > 0)
		g_array_append_val(to, ratio);
}

static void add_analysed(struct row *row, struct json_object *line)
{
	double seconds = json_number(line, "seconds", NULL, NULL), share;
	struct json_object *splits;
	guint i;

	row->ok++;
	if (json_object_object_get_ex(line, "splits", &splits)) {
		row->asked++;
		row->splits += json_object_get_boolean(splits);
	}
	share = percent(json_number(line, "movable", "user", "lines") +
			json_number(line, "movable", "both", "lines"),
			json_number(line, "lines", NULL, NULL));
	g_array_append_val(row->shares, share);
	row->functions += json_number(line, "functions", NULL, NULL);
	row->lines += json_number(line, "lines", NULL, NULL);
	row->moved += json_number(line, "movable", "user", "functions") +
		      json_number(line, "movable", "both", "functions");
	row->moved_lines += json_number(line, "movable", "user", "lines") +
			    json_number(line, "movable", "both", "lines");
	row->both_lines += json_number(line, "movable", "both", "lines");
	row->hardirq += json_number(line, "roots", "hardirq", NULL);
	row->softirq += json_number(line, "roots", "softirq", NULL);
	row->atomic += json_number(line, "roots", "atomic", NULL);
	row->ambiguities += json_number(line, "ambiguities", NULL, NULL);
	for (i = 0; i < G_N_ELEMENTS(pointer_kinds); i++)
		row->pointers[i] += json_number(line, "pointers", pointer_kinds[i], NULL);
	g_array_append_val(row->seconds, seconds);
	add_ratio(row->ratios, seconds, json_number(line, "baseline_seconds", NULL, NULL));
	add_ratio(row->cpu_ratios, json_number(line, "cpu_seconds", NULL, NULL),
		  json_number(line, "baseline_cpu_seconds", NULL, NULL));
}

static void add_line(struct row *row, struct json_object *line)
{
	const char *status = json_text(line, "status");

	row->modules++;
	row->peak_kb = MAX(row->peak_kb, json_number(line, "peak_rss_kb", NULL, NULL));
	if (!g_strcmp0(status, "ok"))
		add_analysed(row, line);
	else if (!g_strcmp0(status, "skipped"))
		row->skipped++;
	else
		row->failed++;
}

static gint by_value(gconstpointer a, gconstpointer b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

double median(GArray *values)
{
	guint middle = values->len / 2;

	if (!values->len)
		return 0;
	g_array_sort(values, by_value);
	if (values->len % 2)
		return g_array_index(values, double, middle);
	return (g_array_index(values, double, middle - 1) +
		g_array_index(values, double, middle)) / 2;
}

double mean(const GArray *values)
{
	double sum = 0;

	for (guint i = 0; i < values->len; i++)
		sum += g_array_index(values, double, i);
	return values->len ? sum / values->len : 0;
}

char *subsystem_of(const char *path)
{
	char **parts = g_strsplit(path, "/", 3);
	char *name = g_strv_length(parts) > 2 ? g_build_filename(parts[0], parts[1], NULL) :
						g_strdup(parts[0]);

	g_strfreev(parts);
	return name;
}

static void not_a_line(const struct location *at, struct json_object *line)
{
	diag_warning(at, "not a line of a survey of version %d: ignored", SURVEY_VERSION);
	json_object_put(line);
}

/* All lines of @files by module; when there are several, the last is valid. */
static GTree *read_lines(GPtrArray *files)
{
	GTree *lines = g_tree_new_full((GCompareDataFunc)(void (*)(void))strcmp, NULL, g_free,
				       (GDestroyNotify)(void (*)(void))json_object_put);
	bool ok = true;
	guint i, j;

	for (i = 0; i < files->len; i++) {
		struct location at = { .file = files->pdata[i] };
		char *text, **split;
		GError *error = NULL;

		if (!g_file_get_contents(at.file, &text, NULL, &error)) {
			diag_error(&at, "%s", error->message);
			g_clear_error(&error);
			ok = false;
			continue;
		}
		split = g_strsplit(text, "\n", -1);
		for (j = 0; split[j]; j++) {
			struct json_object *line = json_tokener_parse(split[j]);

			at.line = j + 1;
			if (line && json_text(line, "path") &&
			    json_number(line, "version", NULL, NULL) == SURVEY_VERSION)
				g_tree_replace(lines, g_strdup(json_text(line, "path")), line);
			else if (*split[j])
				not_a_line(&at, line);
		}
		g_strfreev(split);
		g_free(text);
	}
	if (ok)
		return lines;
	g_tree_unref(lines);
	return NULL;
}

static void take_questions(struct tally *tally, struct json_object *line)
{
	struct json_object *unsettled;

	if (!json_object_object_get_ex(line, "unsettled", &unsettled) ||
	    !json_object_is_type(unsettled, json_type_object))
		return;
	json_object_object_foreach(unsettled, text, places) {
		struct question *question = g_hash_table_lookup(tally->questions, text);

		if (!question) {
			question = g_new0(struct question, 1);
			question->text = g_strdup(text);
			g_hash_table_insert(tally->questions, (char *)question->text, question);
		}
		question->modules++;
		question->places += json_object_get_int64(places);
	}
}

static gint by_modules(gconstpointer a, gconstpointer b)
{
	const struct question *left = a, *right = b;

	return left->modules == right->modules ? strcmp(left->text, right->text) :
						 (int)right->modules - (int)left->modules;
}

static void obstacle_free(gpointer data)
{
	struct obstacle *obstacle = data;

	g_free(obstacle->name);
	g_free(obstacle);
}

static void take_blockers(struct tally *tally, struct json_object *line)
{
	struct json_object *list, *is_kind;
	size_t i;

	if (!json_object_object_get_ex(line, "blockers", &list) ||
	    !json_object_is_type(list, json_type_array))
		return;
	for (i = 0; i < json_object_array_length(list); i++) {
		struct json_object *item = json_object_array_get_idx(list, i);
		const char *name = json_text(item, "name");
		struct obstacle *obstacle;

		if (!name)
			continue;
		obstacle = g_hash_table_lookup(tally->obstacles, name);
		if (!obstacle) {
			obstacle = g_new0(struct obstacle, 1);
			obstacle->name = g_strdup(name);
			obstacle->is_kind = json_object_object_get_ex(item, "kind", &is_kind) &&
					    json_object_get_boolean(is_kind);
			g_hash_table_insert(tally->obstacles, obstacle->name, obstacle);
		}
		obstacle->modules++;
		obstacle->functions += json_number(item, "functions", NULL, NULL);
		obstacle->lines += json_number(item, "lines", NULL, NULL);
	}
}

static gint by_lines(gconstpointer a, gconstpointer b)
{
	const struct obstacle *left = a, *right = b;

	return left->lines == right->lines ? strcmp(left->name, right->name) :
					     left->lines < right->lines ? 1 : -1;
}

static void take_kept(struct tally *tally, struct json_object *line)
{
	struct json_object *kept;

	if (!json_object_object_get_ex(line, "kept", &kept) ||
	    !json_object_is_type(kept, json_type_object))
		return;
	json_object_object_foreach(kept, kind, functions) {
		int64_t *count = g_tree_lookup(tally->kept, kind);

		if (!count) {
			count = g_new0(int64_t, 1);
			g_tree_insert(tally->kept, g_strdup(kind), count);
		}
		*count += json_object_get_int64(functions);
	}
}

static gboolean take_line(gpointer path, gpointer line, gpointer data)
{
	struct tally *tally = data;
	char *name = subsystem_of(path);
	struct row *row = g_tree_lookup(tally->rows, name);

	if (!row) {
		row = row_new(name);
		g_tree_insert(tally->rows, row->name, row);
	}
	add_line(row, line);
	add_line(tally->total, line);
	take_questions(tally, line);
	take_blockers(tally, line);
	take_kept(tally, line);
	g_free(name);
	return FALSE;
}

struct tally *tally_new(GPtrArray *files)
{
	GTree *lines = read_lines(files);
	struct tally *tally;

	if (!lines)
		return NULL;
	tally = g_new0(struct tally, 1);
	tally->lines = lines;
	tally->rows = g_tree_new_full((GCompareDataFunc)(void (*)(void))strcmp, NULL, NULL,
				      row_free);
	tally->total = row_new("all");
	tally->questions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	tally->obstacles = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, obstacle_free);
	tally->kept = g_tree_new_full((GCompareDataFunc)(void (*)(void))strcmp, NULL, g_free,
				      g_free);
	g_tree_foreach(lines, take_line, tally);
	return tally;
}

void tally_free(struct tally *tally)
{
	g_tree_unref(tally->kept);
	g_hash_table_unref(tally->obstacles);
	g_hash_table_unref(tally->questions);
	row_free(tally->total);
	g_tree_unref(tally->rows);
	g_tree_unref(tally->lines);
	g_free(tally);
}

/* Cut @list off after @most. */
static GList *first_of(GList *list, guint most)
{
	GList *rest = g_list_nth(list, most);

	if (!rest)
		return list;
	if (rest->prev)
		rest->prev->next = NULL;
	rest->prev = NULL;
	g_list_free(rest);
	return list;
}

GList *tally_questions(const struct tally *tally)
{
	GList *list = g_hash_table_get_values(tally->questions);

	return first_of(g_list_sort(list, by_modules), SHOWN_QUESTIONS);
}

/* A name without a colon stands for all of its kind as well as for itself. */
static bool is_asked(const struct obstacle *obstacle, bool kinds)
{
	return kinds ? obstacle->is_kind || !strchr(obstacle->name, ':') : !obstacle->is_kind;
}

GList *tally_obstacles(const struct tally *tally, bool kinds)
{
	GList *list = g_list_sort(g_hash_table_get_values(tally->obstacles), by_lines), *next;

	for (GList *item = list; item; item = next) {
		next = item->next;
		if (!is_asked(item->data, kinds))
			list = g_list_delete_link(list, item);
	}
	return first_of(list, SHOWN_OBSTACLES);
}
