// SPDX-License-Identifier: GPL-2.0-or-later
/* Learnt facts as YAML: the same text whenever it is made of the same tree. */
#include <string.h>

#include "knowledge_kernel.h"
#include "lessons.h"
#include "output.h"

enum { MOST_SITES = 6 };	/* of an operation that are listed */

static bool is_public(const char *header)
{
	return g_str_has_prefix(header, "include/");
}

char *lessons_path(const char *directory, const char *header)
{
	const char *name = is_public(header) ? strchr(header, '/') + 1 : header;
	size_t length = strlen(name) - strlen(".h");
	const char *end;
	g_autofree char *stem = NULL;
	g_autofree char *file = NULL;

	/* "drivers/iio/imu/x.h": of drivers/iio */
	if (!is_public(header) && (end = strchr(name, '/')) && (end = strchr(end + 1, '/')))
		length = end - name;
	stem = g_strndup(name, length);
	file = g_strconcat(g_strdelimit(stem, "/", '-'), ".yaml", NULL);
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

static bool is_settled(const struct lesson *lesson)
{
	return !strcmp(lesson->context, "process") || !strcmp(lesson->context, "atomic");
}

/*
 * Of functions, those that something is known of: headers declare a great many. The same
 * of operations that only few drivers have.
 */
static bool is_printed(const struct chapter *chapter, const struct lesson *lesson)
{
	if (!lesson->slot)
		return !strcmp(lesson->context, "process");
	return is_public(chapter->header) || is_settled(lesson);
}

static void print_slots(FILE *to, const struct chapter *chapter)
{
	const char *record = "";
	guint i;

	for (i = 0; i < chapter->lessons->len; i++) {
		const struct lesson *lesson = chapter->lessons->pdata[i];

		if (!lesson->slot || !is_printed(chapter, lesson))
			continue;
		if (!*record)
			fputs("learnt:\n", to);
		if (strcmp(record, lesson->slot->record))
			fprintf(to, "  %s:\n", lesson->slot->record);
		record = lesson->slot->record;
		print_lesson(to, lesson, lesson->slot->field, 4);
	}
}

static void print_functions(FILE *to, const struct chapter *chapter)
{
	bool any = false;
	guint i;

	for (i = 0; i < chapter->lessons->len; i++) {
		const struct lesson *lesson = chapter->lessons->pdata[i];
		g_autofree char *name = g_strndup(lesson->key, strcspn(lesson->key, "("));

		if (lesson->slot || !is_printed(chapter, lesson))
			continue;
		if (!any)
			fputs("learnt_functions:\n", to);
		any = true;
		print_lesson(to, lesson, name, 2);
	}
}

static bool is_empty(const struct chapter *chapter)
{
	guint i;

	for (i = 0; i < chapter->lessons->len; i++) {
		if (is_printed(chapter, chapter->lessons->pdata[i]))
			return false;
	}
	return true;
}

/* A document of its own. */
static void print_chapter(FILE *to, const struct chapter *chapter, unsigned int version)
{
	unsigned int major = version >> 16, minor = version & 0xffff;

	fprintf(to, "source: %s\nkernel: \">=%u.%u <%u.%u\"\n", chapter->header, major, minor,
		major, minor + 1);
	print_slots(to, chapter);
	print_functions(to, chapter);
}

bool lessons_write(const char *path, GPtrArray *chapters, const char *release)
{
	struct output output;
	bool any = false;
	guint i;

	for (i = 0; i < chapters->len && !any; i++)
		any = !is_empty(chapters->pdata[i]);
	if (!any)
		return true;
	if (!output_open(&output, path))
		return false;
	fputs("# SPDX-License-Identifier: GPL-2.0-or-later\n"
	      "# yaml-language-server: $schema=../../schema.json\n"
	      "# Made by mdrv learn; not edited by hand. What linux/ says wins.\n", output.file);
	for (i = 0, any = false; i < chapters->len; i++) {
		if (is_empty(chapters->pdata[i]))
			continue;
		fputs(any ? "---\n" : "", output.file);
		any = true;
		print_chapter(output.file, chapters->pdata[i], kernel_version(release));
	}
	return output_close(&output, true);
}
