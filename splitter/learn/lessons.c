// SPDX-License-Identifier: GPL-2.0-or-later
/* Learnt facts as YAML: the same text whenever it is made of the same tree. */
#include <string.h>

#include "knowledge_kernel.h"
#include "lessons.h"
#include "output.h"

enum { MOST_SITES = 6 };	/* of an operation that are listed */

char *lessons_path(const char *directory, const char *header)
{
	const char *name = g_str_has_prefix(header, "include/") ? header + 8 : header;
	g_autofree char *stem = g_strndup(name, strlen(name) - 2);
	g_autofree char *file = g_strconcat(g_strdelimit(stem, "/", '-'), ".yaml", NULL);

	return g_build_filename(directory, file, NULL);
}

/* A YAML scalar in double quotes. */
static void print_quoted(FILE *to, const char *text)
{
	const char *p;

	fputc('"', to);
	for (p = text; *p; p++)
		fprintf(to, "%s%c", *p == '"' || *p == '\\' ? "\\" : "", *p);
	fputc('"', to);
}

static void print_site(FILE *to, const struct site *site)
{
	g_autofree char *text = g_strdup_printf("%s:%u: %s", site->path, site->line, site->why);

	fputs("        - ", to);
	print_quoted(to, text);
	fputc('\n', to);
}

static void print_lesson(FILE *to, const struct lesson *lesson)
{
	guint i;

	fprintf(to, "    %s:\n      context: %s\n", lesson->slot->field, lesson->context);
	if (lesson->pinned) {
		fputs("      pinned: ", to);
		print_quoted(to, lesson->pinned);
		fputc('\n', to);
	}
	if (!lesson->sites->len)
		return;
	fprintf(to, "      calls: %u\n      sites:\n", lesson->sites->len);
	for (i = 0; i < MIN(lesson->sites->len, MOST_SITES); i++)
		print_site(to, lesson->sites->pdata[i]);
}

bool lessons_write(const char *path, const char *header, const char *release,
		   GPtrArray *lessons)
{
	unsigned int version = kernel_version(release), minor = version & 0xffff;
	struct output output;
	const char *record = "";
	guint i;

	if (!output_open(&output, path))
		return false;
	fprintf(output.file,
		"# SPDX-License-Identifier: GPL-2.0-or-later\n"
		"# yaml-language-server: $schema=../../schema.json\n"
		"# Made by mdrv learn; not edited by hand. What linux/ says wins.\n"
		"source: %s\nkernel: \">=%u.%u <%u.%u\"\nlearnt:\n",
		header, version >> 16, minor, version >> 16, minor + 1);
	for (i = 0; i < lessons->len; i++) {
		const struct lesson *lesson = lessons->pdata[i];

		if (strcmp(record, lesson->slot->record))
			fprintf(output.file, "  %s:\n", lesson->slot->record);
		record = lesson->slot->record;
		print_lesson(output.file, lesson);
	}
	return output_close(&output, true);
}
