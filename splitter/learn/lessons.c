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

static void print_site(FILE *to, const struct site *site, int indent)
{
	g_autofree char *text = g_strdup_printf("%s:%u: %s", site->path, site->line, site->why);

	fprintf(to, "%*s- ", indent, "");
	print_quoted(to, text);
	fputc('\n', to);
}

static void print_lesson(FILE *to, const struct lesson *lesson, const char *name, int indent)
{
	guint i;

	fprintf(to, "%*s%s:\n%*scontext: %s\n", indent, "", name, indent + 2, "",
		lesson->context);
	if (lesson->pinned) {
		fprintf(to, "%*spinned: ", indent + 2, "");
		print_quoted(to, lesson->pinned);
		fputc('\n', to);
	}
	if (!lesson->sites->len)
		return;
	fprintf(to, "%*scalls: %u\n%*ssites:\n", indent + 2, "", lesson->sites->len,
		indent + 2, "");
	for (i = 0; i < MIN(lesson->sites->len, MOST_SITES); i++)
		print_site(to, lesson->sites->pdata[i], indent + 4);
}

static void print_slots(FILE *to, GPtrArray *lessons)
{
	const char *record = "";
	guint i;

	for (i = 0; i < lessons->len; i++) {
		const struct lesson *lesson = lessons->pdata[i];

		if (!lesson->slot)
			continue;
		if (!*record)
			fputs("learnt:\n", to);
		if (strcmp(record, lesson->slot->record))
			fprintf(to, "  %s:\n", lesson->slot->record);
		record = lesson->slot->record;
		print_lesson(to, lesson, lesson->slot->field, 4);
	}
}

/* Of functions, those that something is known of: headers declare a great many. */
static void print_functions(FILE *to, GPtrArray *lessons)
{
	bool any = false;
	guint i;

	for (i = 0; i < lessons->len; i++) {
		const struct lesson *lesson = lessons->pdata[i];
		g_autofree char *name = g_strndup(lesson->key, strcspn(lesson->key, "("));

		if (lesson->slot || strcmp(lesson->context, "process"))
			continue;
		if (!any)
			fputs("learnt_functions:\n", to);
		any = true;
		print_lesson(to, lesson, name, 2);
	}
}

bool lessons_write(const char *path, const char *header, const char *release,
		   GPtrArray *lessons)
{
	unsigned int version = kernel_version(release), minor = version & 0xffff;
	struct output output;

	if (!output_open(&output, path))
		return false;
	fprintf(output.file,
		"# SPDX-License-Identifier: GPL-2.0-or-later\n"
		"# yaml-language-server: $schema=../../schema.json\n"
		"# Made by mdrv learn; not edited by hand. What linux/ says wins.\n"
		"source: %s\nkernel: \">=%u.%u <%u.%u\"\n",
		header, version >> 16, minor, version >> 16, minor + 1);
	print_slots(output.file, lessons);
	print_functions(output.file, lessons);
	return output_close(&output, true);
}
