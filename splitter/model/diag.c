// SPDX-License-Identifier: GPL-2.0-or-later
/* Located diagnostics on stderr, and spelling suggestions. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "diag.h"

enum { ERRORS_SHOWN = 20 };	/* of a file */

static unsigned int errors;
static int verbosity;

static void print(const struct location *at, const char *severity, const char *format, va_list ap)
{
	if (at && at->file && at->line)
		fprintf(stderr, "%s:%u:%u: ", at->file, at->line, at->column ? at->column : 1);
	else if (at && at->file)
		fprintf(stderr, "%s: ", at->file);
	else
		fputs("mdrv: ", stderr);
	fprintf(stderr, "%s: ", severity);
	vfprintf(stderr, format, ap);
	fputc('\n', stderr);
}

/* Which error of its file it is, from 1. */
static unsigned int count_of(const char *file)
{
	static GHashTable *counts;
	gpointer count;

	if (!counts)
		counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	count = g_hash_table_lookup(counts, file);
	count = GUINT_TO_POINTER(GPOINTER_TO_UINT(count) + 1);
	g_hash_table_insert(counts, g_strdup(file), count);
	return GPOINTER_TO_UINT(count);
}

/* A file that is wrong all over is one mistake, not ten thousand. */
void diag_error(const struct location *at, const char *format, ...)
{
	unsigned int count = at && at->file ? count_of(at->file) : 0;
	va_list ap;

	errors++;
	if (count == ERRORS_SHOWN + 1)
		diag_note(&(struct location){ .file = at->file },
			  "more errors in this file; mend these %u first", ERRORS_SHOWN);
	if (count > ERRORS_SHOWN)
		return;
	va_start(ap, format);
	print(at, "error", format, ap);
	va_end(ap);
}

/* A partition and a plan may be made several times: what they warn of is said once. */
static bool is_news(const struct location *at, const char *text)
{
	static GHashTable *said;
	char *line = g_strdup_printf("%s:%u:%u: %s", at && at->file ? at->file : "",
				     at ? at->line : 0, at ? at->column : 0, text);

	if (!said)
		said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return g_hash_table_add(said, line);
}

void diag_warning(const struct location *at, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list ap;

	va_start(ap, format);
	text = g_strdup_vprintf(format, ap);
	va_end(ap);
	if (!is_news(at, text))
		return;
	va_start(ap, format);
	print(at, "warning", format, ap);
	va_end(ap);
}

void diag_note(const struct location *at, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	print(at, "note", format, ap);
	va_end(ap);
}

void diag_verbose(int level, const char *format, ...)
{
	va_list ap;

	if (level > verbosity)
		return;
	fputs("mdrv: ", stderr);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
}

void diag_set_verbosity(int level)
{
	verbosity = level;
}

unsigned int diag_errors(void)
{
	return errors;
}

/* Levenshtein distance, given up beyond @limit. */
static size_t distance(const char *a, const char *b, size_t limit)
{
	size_t n = strlen(a), m = strlen(b), i, j;
	size_t row[64];

	if (m >= G_N_ELEMENTS(row) || (n > m ? n - m : m - n) > limit)
		return limit + 1;
	for (j = 0; j <= m; j++)
		row[j] = j;
	for (i = 1; i <= n; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (j = 1; j <= m; j++) {
			size_t above = row[j];
			size_t best = diagonal + (a[i - 1] != b[j - 1]);

			best = MIN(best, above + 1);
			best = MIN(best, row[j - 1] + 1);
			diagonal = above;
			row[j] = best;
		}
	}
	return row[m];
}

const char *diag_nearest(const char *word, const char *const *candidates, size_t count)
{
	size_t limit = MAX(strlen(word) / 3, 1), best = limit + 1, i;
	const char *nearest = NULL;

	for (i = 0; i < count; i++) {
		size_t d = distance(word, candidates[i], limit);

		if (d < best) {
			best = d;
			nearest = candidates[i];
		}
	}
	return nearest;
}
