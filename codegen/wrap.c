// SPDX-License-Identifier: GPL-2.0-or-later
/* Long lines of generated code, broken after a comma as a person would. */
#include <limits.h>
#include <string.h>

#include "internal.h"

enum { COLUMNS = 100, TAB = 8 };

/*
 * Length of the leading part of @line that fits and ends after ", "; 0: none. The
 * outermost comma, and of those the last one.
 */
static gsize fitting(const char *line, gsize length)
{
	gsize best = 0;
	unsigned int column = 0;
	int depth = 0, best_depth = INT_MAX;
	bool quoted = false;

	for (gsize i = 0; i < length; i++) {
		column += line[i] == '\t' ? TAB - column % TAB : 1;
		if (column > COLUMNS)
			return best;
		if (line[i] == '"' && (!i || line[i - 1] != '\\'))
			quoted = !quoted;
		if (quoted)
			continue;
		depth += line[i] == '(' || line[i] == '{';
		depth -= line[i] == ')' || line[i] == '}';
		if (line[i] == ',' && i + 1 < length && line[i + 1] == ' ' && depth <= best_depth) {
			best = i + 1;
			best_depth = depth;
		}
	}
	return 0;
}

static void wrap_line(GString *out, const char *line, gsize length)
{
	gsize indent = strspn(line, "\t");
	g_autofree char *rest = g_strndup(line, length);

	/* A directive ends with its line. */
	while (rest[0] != '#') {
		gsize part = fitting(rest, strlen(rest));
		char *next;

		if (part <= strspn(rest, "\t"))
			break;
		g_string_append_len(out, rest, part);
		g_string_append_c(out, '\n');
		next = g_strdup_printf("%.*s\t\t%s", (int)indent, line, rest + part + 1);
		g_free(rest);
		rest = next;
	}
	g_string_append(out, rest);
	g_string_append_c(out, '\n');
}

void wrap(GString *text)
{
	GString *out = g_string_new(NULL);

	for (const char *line = text->str; *line;) {
		const char *end = strchrnul(line, '\n');

		wrap_line(out, line, end - line);
		line = *end ? end + 1 : end;
	}
	g_string_assign(text, out->str);
	g_string_free(out, TRUE);
}
