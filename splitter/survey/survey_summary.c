// SPDX-License-Identifier: GPL-2.0-or-later
/* What surveys have found, in either format, to a file or to standard output. */
#include <string.h>

#include "diag.h"
#include "output.h"
#include "survey.h"
#include "survey_tally.h"

const char survey_formats[] = "text or html";

bool survey_format_known(const char *format)
{
	return !strcmp(format, "text") || !strcmp(format, "html");
}

/* Results take hours, and a summary would be written in their place. */
static bool is_result(GPtrArray *files, const char *path)
{
	for (guint i = 0; path && i < files->len; i++)
		if (!strcmp(files->pdata[i], path))
			return true;
	return false;
}

static void print_page(const struct tally *tally, GPtrArray *files, const char *path, FILE *to)
{
	g_autofree char *name = g_path_get_basename(files->pdata[0]);
	g_autofree char *directory = path ? g_path_get_dirname(path) : g_strdup(".");

	survey_html(tally, name, directory, to);
}

bool survey_summary(GPtrArray *files, const char *format, const char *path)
{
	struct output output;
	struct tally *tally;

	if (is_result(files, path)) {
		diag_error(&(struct location){ .file = path },
			   "these are results; name another file with -o");
		return false;
	}
	tally = tally_new(files);
	if (!tally || !output_open(&output, path)) {
		g_clear_pointer(&tally, tally_free);
		return false;
	}
	if (!strcmp(format, "html"))
		print_page(tally, files, path, output.file);
	else
		survey_text(tally, output.file);
	tally_free(tally);
	return output_close(&output, true);
}
