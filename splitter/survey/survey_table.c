// SPDX-License-Identifier: GPL-2.0-or-later
/* The table by subsystem of what surveys have written, and what failed in them. */
#include <errno.h>
#include <string.h>

#include "diag.h"
#include "survey_internal.h"

struct row {
	char *name;
	guint modules, ok, skipped, failed;	/* @failed: those out of time, too */
	guint asked, splits;			/* of those that say so: give a plan */
	int64_t functions, lines, moved, moved_lines;
	int64_t hardirq, softirq, atomic;	/* critical roots */
	int64_t ambiguities;
	int64_t pointers[3];			/* automatic, hinted, ambiguous */
	int64_t peak_kb;
	GArray *shares;				/* double: % of a module's lines that move */
	GArray *seconds;			/* double: of those that are ok */
	GArray *ratios, *cpu_ratios;		/* double: to clang's syntax check */
};

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

/* The number behind a path of keys; 0 if there is none. */
static double number(struct json_object *object, const char *key, const char *inner,
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

static double percent(int64_t part, int64_t whole)
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
	double seconds = number(line, "seconds", NULL, NULL), share;
	struct json_object *splits;
	guint i;

	row->ok++;
	if (json_object_object_get_ex(line, "splits", &splits)) {
		row->asked++;
		row->splits += json_object_get_boolean(splits);
	}
	share = percent(number(line, "movable", "user", "lines") +
			number(line, "movable", "both", "lines"),
			number(line, "lines", NULL, NULL));
	g_array_append_val(row->shares, share);
	row->functions += number(line, "functions", NULL, NULL);
	row->lines += number(line, "lines", NULL, NULL);
	row->moved += number(line, "movable", "user", "functions") +
		      number(line, "movable", "both", "functions");
	row->moved_lines += number(line, "movable", "user", "lines") +
			    number(line, "movable", "both", "lines");
	row->hardirq += number(line, "roots", "hardirq", NULL);
	row->softirq += number(line, "roots", "softirq", NULL);
	row->atomic += number(line, "roots", "atomic", NULL);
	row->ambiguities += number(line, "ambiguities", NULL, NULL);
	for (i = 0; i < G_N_ELEMENTS(pointer_kinds); i++)
		row->pointers[i] += number(line, "pointers", pointer_kinds[i], NULL);
	g_array_append_val(row->seconds, seconds);
	add_ratio(row->ratios, seconds, number(line, "baseline_seconds", NULL, NULL));
	add_ratio(row->cpu_ratios, number(line, "cpu_seconds", NULL, NULL),
		  number(line, "baseline_cpu_seconds", NULL, NULL));
}

static void add_line(struct row *row, struct json_object *line)
{
	const char *status = json_text(line, "status");

	row->modules++;
	row->peak_kb = MAX(row->peak_kb, number(line, "peak_rss_kb", NULL, NULL));
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

static double median(GArray *values)
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

static double mean(const GArray *values)
{
	double sum = 0;

	for (guint i = 0; i < values->len; i++)
		sum += g_array_index(values, double, i);
	return values->len ? sum / values->len : 0;
}

static void print_row(FILE *to, struct row *row)
{
	fprintf(to, "| %s | %u | %u | %u | %u | %lld | %.0f | %.0f | %lld / %lld / %lld | %lld | "
		"%.1f |", row->name, row->modules, row->ok, row->failed, row->skipped,
		(long long)row->functions, percent(row->moved, row->functions),
		percent(row->moved_lines, row->lines), (long long)row->hardirq,
		(long long)row->softirq, (long long)row->atomic, (long long)row->ambiguities,
		median(row->seconds));
	if (row->ratios->len)
		fprintf(to, " %.2f |\n", median(row->ratios));
	else
		fputs(" - |\n", to);
}

/* "drivers/net" of "drivers/net/ethernet/realtek/r8169". */
static char *subsystem_of(const char *path)
{
	char **parts = g_strsplit(path, "/", 3);
	char *name = g_strv_length(parts) > 2 ? g_build_filename(parts[0], parts[1], NULL) :
						g_strdup(parts[0]);

	g_strfreev(parts);
	return name;
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
			    number(line, "version", NULL, NULL) == SURVEY_VERSION)
				g_tree_replace(lines, g_strdup(json_text(line, "path")), line);
			else if (*split[j])
				diag_warning(&at, "not a line of a survey of version %d: ignored",
					     SURVEY_VERSION);
		}
		g_strfreev(split);
		g_free(text);
	}
	if (ok)
		return lines;
	g_tree_unref(lines);
	return NULL;
}

enum { SHOWN_QUESTIONS = 20, SHOWN_OBSTACLES = 60 };

/* An ambiguity that several modules may have. */
struct question {
	const char *text;
	guint modules;
	int64_t places;
};

struct table {
	GTree *rows;		/* name -> struct row * */
	GHashTable *questions;	/* text -> struct question * */
	GHashTable *blockers;	/* name -> struct obstacle * */
	struct row *total;
	GString *failures;
};

static void take_questions(struct table *table, struct json_object *line)
{
	struct json_object *unsettled;

	if (!json_object_object_get_ex(line, "unsettled", &unsettled))
		return;
	json_object_object_foreach(unsettled, text, places) {
		struct question *question = g_hash_table_lookup(table->questions, text);

		if (!question) {
			question = g_new0(struct question, 1);
			question->text = g_strdup(text);
			g_hash_table_insert(table->questions, (char *)question->text, question);
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

static void print_questions(FILE *to, const struct table *table)
{
	GList *list = g_hash_table_get_values(table->questions), *item;
	guint shown = 0;

	list = g_list_sort(list, by_modules);
	if (list)
		fputs("\nMost frequent ambiguities:\n\n"
		      "| modules | places | what |\n|---|---|---|\n", to);
	for (item = list; item && shown++ < SHOWN_QUESTIONS; item = item->next) {
		const struct question *question = item->data;

		fprintf(to, "| %u | %lld | %s |\n", question->modules,
			(long long)question->places, question->text);
	}
	g_list_free(list);
}

/* The same obstacle, lifted alone, in each module that it keeps something of. */
struct obstacle {
	char *name;
	bool is_kind;
	guint modules;
	int64_t functions, lines;
};

static void obstacle_free(gpointer data)
{
	struct obstacle *obstacle = data;

	g_free(obstacle->name);
	g_free(obstacle);
}

static void take_blockers(struct table *table, struct json_object *line)
{
	struct json_object *list, *is_kind;
	size_t i;

	if (!json_object_object_get_ex(line, "blockers", &list))
		return;
	for (i = 0; i < json_object_array_length(list); i++) {
		struct json_object *item = json_object_array_get_idx(list, i);
		const char *name = json_text(item, "name");
		struct obstacle *obstacle = g_hash_table_lookup(table->blockers, name);

		if (!obstacle) {
			obstacle = g_new0(struct obstacle, 1);
			obstacle->name = g_strdup(name);
			obstacle->is_kind = json_object_object_get_ex(item, "kind", &is_kind) &&
					    json_object_get_boolean(is_kind);
			g_hash_table_insert(table->blockers, obstacle->name, obstacle);
		}
		obstacle->modules++;
		obstacle->functions += number(item, "functions", NULL, NULL);
		obstacle->lines += number(item, "lines", NULL, NULL);
	}
}

static gint by_lines(gconstpointer a, gconstpointer b)
{
	const struct obstacle *left = a, *right = b;

	return left->lines == right->lines ? strcmp(left->name, right->name) :
					     left->lines < right->lines ? 1 : -1;
}

static void print_blockers(FILE *to, const struct table *table, bool kinds)
{
	GList *list = g_list_sort(g_hash_table_get_values(table->blockers), by_lines), *item;
	guint shown = 0;

	if (list)
		fprintf(to, "\n%s:\n\n| lines | %% of all | functions | modules | what |\n"
			"|---|---|---|---|---|\n", kinds ?
			"What would move if all obstacles of one kind were lifted, the others not" :
			"What would move if one obstacle were lifted alone");
	for (item = list; item && shown < SHOWN_OBSTACLES; item = item->next) {
		const struct obstacle *obstacle = item->data;

		if (kinds && !obstacle->is_kind && strchr(obstacle->name, ':'))
			continue;
		if (!kinds && obstacle->is_kind)
			continue;
		fprintf(to, "| %lld | %.1f | %lld | %u | %s |\n", (long long)obstacle->lines,
			percent(obstacle->lines, table->total->lines),
			(long long)obstacle->functions, obstacle->modules, obstacle->name);
		shown++;
	}
	g_list_free(list);
}

static gboolean take_line(gpointer path, gpointer line, gpointer data)
{
	const char *status = json_text(line, "status"), *reason = json_text(line, "reason");
	struct table *table = data;
	char *name = subsystem_of(path);
	struct row *row = g_tree_lookup(table->rows, name);

	if (!row) {
		row = row_new(name);
		g_tree_insert(table->rows, row->name, row);
	}
	add_line(row, line);
	add_line(table->total, line);
	take_questions(table, line);
	take_blockers(table, line);
	if (g_strcmp0(status, "ok"))
		g_string_append_printf(table->failures, "- %s: %s: %s\n", (char *)path,
				       status ? status : "?", reason ? reason : "");
	g_free(name);
	return FALSE;
}

static gboolean print_line(gpointer name, gpointer row, gpointer to)
{
	print_row(to, row);
	return FALSE;
}

static void print_totals(FILE *to, struct row *total)
{
	fprintf(to, "\n%u of %u modules analysed (%.1f %%).\n", total->ok, total->modules,
		percent(total->ok, total->modules));
	fprintf(to, "Lines that move: %.1f %% of all; of a module's in the mean %.1f %%, in the "
		"median %.1f %%.\n", percent(total->moved_lines, total->lines),
		mean(total->shares), median(total->shares));
	fprintf(to, "Time per module: median %.2f s, longest %.1f s. Largest process: %lld MB.\n",
		median(total->seconds), total->seconds->len ?
		g_array_index(total->seconds, double, total->seconds->len - 1) : 0,
		(long long)total->peak_kb / 1024);
	if (total->ratios->len)
		fprintf(to, "Against clang's syntax check of the same files (%u modules): median "
			"%.2f times on the clock, %.2f times in processor time.\n",
			total->ratios->len, median(total->ratios), median(total->cpu_ratios));
	if (total->asked)
		fprintf(to, "A plan of what crosses comes of %u of %u modules.\n",
			total->splits, total->asked);
	if (total->pointers[0] + total->pointers[1] + total->pointers[2])
		fprintf(to, "Pointers that cross: %lld automatic, %lld hinted, %lld ambiguous.\n",
			(long long)total->pointers[0], (long long)total->pointers[1],
			(long long)total->pointers[2]);
}

bool survey_table(FILE *to, GPtrArray *files)
{
	GTree *lines = read_lines(files);
	struct table table;

	if (!lines)
		return false;
	table.rows = g_tree_new_full((GCompareDataFunc)(void (*)(void))strcmp, NULL, NULL,
				     row_free);
	table.questions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	table.blockers = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, obstacle_free);
	table.total = row_new("all");
	table.failures = g_string_new(NULL);
	g_tree_foreach(lines, take_line, &table);

	fputs("| subsystem | modules | analysed | failed | skipped | functions | % movable | "
	      "% of lines | roots: hard irq / soft irq / atomic | ambiguities | median s | "
	      "to clang |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n", to);
	g_tree_foreach(table.rows, print_line, to);
	print_row(to, table.total);
	print_totals(to, table.total);
	print_blockers(to, &table, true);
	print_blockers(to, &table, false);
	print_questions(to, &table);
	if (table.failures->len)
		fprintf(to, "\nNot analysed:\n%s", table.failures->str);

	g_string_free(table.failures, TRUE);
	g_hash_table_unref(table.questions);
	g_hash_table_unref(table.blockers);
	row_free(table.total);
	g_tree_unref(table.rows);
	g_tree_unref(lines);
	return true;
}
