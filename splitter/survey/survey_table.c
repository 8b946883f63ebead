// SPDX-License-Identifier: GPL-2.0-or-later
/* The table by subsystem of what surveys have written, and what failed in them. */
#include "survey_internal.h"
#include "survey_tally.h"

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

static void print_questions(FILE *to, const struct tally *tally)
{
	GList *list = tally_questions(tally), *item;

	if (list)
		fputs("\nMost frequent ambiguities:\n\n"
		      "| modules | places | what |\n|---|---|---|\n", to);
	for (item = list; item; item = item->next) {
		const struct question *question = item->data;

		fprintf(to, "| %u | %lld | %s |\n", question->modules,
			(long long)question->places, question->text);
	}
	g_list_free(list);
}

static void print_obstacles(FILE *to, const struct tally *tally, bool kinds)
{
	GList *list = tally_obstacles(tally, kinds), *item;

	if (list)
		fprintf(to, "\n%s:\n\n| lines | %% of all | functions | modules | what |\n"
			"|---|---|---|---|---|\n", kinds ?
			"What would move if all obstacles of one kind were lifted, the others not" :
			"What would move if one obstacle were lifted alone");
	for (item = list; item; item = item->next) {
		const struct obstacle *obstacle = item->data;

		fprintf(to, "| %lld | %.1f | %lld | %u | %s |\n", (long long)obstacle->lines,
			percent(obstacle->lines, tally->total->lines),
			(long long)obstacle->functions, obstacle->modules, obstacle->name);
	}
	g_list_free(list);
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

static gboolean add_failure(gpointer path, gpointer line, gpointer failures)
{
	const char *status = json_text(line, "status"), *reason = json_text(line, "reason");

	if (g_strcmp0(status, "ok"))
		g_string_append_printf(failures, "- %s: %s: %s\n", (char *)path,
				       status ? status : "?", reason ? reason : "");
	return FALSE;
}

void survey_text(const struct tally *tally, FILE *to)
{
	g_autoptr(GString) failures = g_string_new(NULL);

	fputs("| subsystem | modules | analysed | failed | skipped | functions | % movable | "
	      "% of lines | roots: hard irq / soft irq / atomic | ambiguities | median s | "
	      "to clang |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n", to);
	g_tree_foreach(tally->rows, print_line, to);
	print_row(to, tally->total);
	print_totals(to, tally->total);
	print_obstacles(to, tally, true);
	print_obstacles(to, tally, false);
	print_questions(to, tally);
	g_tree_foreach(tally->lines, add_failure, failures);
	if (failures->len)
		fprintf(to, "\nNot analysed:\n%s", failures->str);
}
