// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What is left of a body that was replaced: line ends, so that lines keep their
 * numbers, and directives that mean something behind it. A conditional may begin or
 * end within the body; a macro defined there may be used anywhere below.
 */
#include <string.h>

#include "internal.h"

/* Past the comment or literal that starts at @p, or @p itself. */
static const char *skip_quoted(const char *p, const char *end)
{
	const char *q = p;

	if (end - p >= 2 && !strncmp(p, "/*", 2)) {
		q = g_strstr_len(p + 2, end - p - 2, "*/");
		return q ? q + 2 : end;
	}
	if (end - p >= 2 && !strncmp(p, "//", 2)) {
		while (q < end && (*q != '\n' || q[-1] == '\\'))
			q++;
		return q;
	}
	if (*p != '"' && *p != '\'')
		return p;
	for (q = p + 1; q < end && *q != *p && *q != '\n'; q++)
		q += *q == '\\' && q + 1 < end;
	return q < end && *q == *p ? q + 1 : q;
}

/* End of the directive at @p: that of its line, with what is continued or commented. */
static const char *directive_end(const char *p, const char *end)
{
	while (p < end && *p != '\n') {
		const char *next = skip_quoted(p, end);

		if (next != p)
			p = next;
		else if (*p == '\\' && p + 1 < end && (p[1] == '\n' || p[1] == '\r'))
			p += p[1] == '\r' ? 3 : 2;
		else
			p++;
	}
	return MIN(p, end);
}

static bool is_directive(const char *p, const char *const *names)
{
	gsize length;

	for (p++; *p == ' ' || *p == '\t'; p++)
		;
	length = strspn(p, G_CSET_a_2_z);
	for (; *names; names++)
		if (strlen(*names) == length && !strncmp(p, *names, length))
			return true;
	return false;
}

static bool is_conditional(const char *p)
{
	static const char *const names[] = {
		"if", "ifdef", "ifndef", "else", "elif", "elifdef", "elifndef", "endif", NULL,
	};

	return is_directive(p, names);
}

/* Unlike an #include or a pragma about the next loop, these make sense out here too. */
static bool is_lasting(const char *p, const char *end)
{
	static const char *const names[] = { "define", "undef", "line", NULL };
	static const char *const pragmas[] = { "diagnostic", "pack", "push_macro", "pop_macro" };
	static const char *const pragma[] = { "pragma", NULL };

	if (is_directive(p, names) || g_ascii_isdigit(p[1 + strspn(p + 1, " \t")]))
		return true;
	for (gsize i = 0; is_directive(p, pragma) && i < G_N_ELEMENTS(pragmas); i++)
		if (g_strstr_len(p, directive_end(p, end) - p, pragmas[i]))
			return true;
	return false;
}

typedef void (*directive_visitor)(const char *at, const char *end, gpointer data);

/* Calls @line_end for each line end outside of directives, @directive for each of those. */
static void visit(const char *p, const char *end, void (*line_end)(gpointer data),
		  directive_visitor directive, gpointer data)
{
	bool start = false;	/* the text begins with a brace */

	while (p < end) {
		const char *next = skip_quoted(p, end);

		if (next != p) {
			start &= *p == '/';
			for (; p < next; p++)
				if (*p == '\n')
					line_end(data);
			continue;
		}
		if (*p == '#' && start) {
			next = directive_end(p, end);
			directive(p, next, data);
			p = next;
			continue;
		}
		if (*p == '\n')
			line_end(data);
		start = *p == '\n' || (start && g_ascii_isspace(*p));
		p++;
	}
}

struct rest {
	GString *to;
	int depth;		/* of conditionals */
	bool conditionals;	/* to be kept, since what they hold or end is kept */
};

static void count_line(gpointer data)
{
	(void)data;
}

static void count_directive(const char *at, const char *end, gpointer data)
{
	static const char *const begins[] = { "if", "ifdef", "ifndef", NULL };
	static const char *const ends[] = { "endif", NULL };
	struct rest *rest = data;

	if (is_lasting(at, end))
		rest->conditionals = true;
	else if (is_directive(at, begins))
		rest->depth++;
	else if (is_directive(at, ends))
		rest->depth--;
	else if (is_conditional(at) && !rest->depth)
		rest->conditionals = true;	/* of one that began before the body */
	if (rest->depth < 0)
		rest->conditionals = true;
}

static void emit_line(gpointer data)
{
	g_string_append_c(((struct rest *)data)->to, '\n');
}

static void emit_directive(const char *at, const char *end, gpointer data)
{
	struct rest *rest = data;

	if (is_lasting(at, end) || (rest->conditionals && is_conditional(at))) {
		g_string_append_len(rest->to, at, end - at);
		return;
	}
	for (; at < end; at++)
		if (*at == '\n')
			emit_line(rest);
}

void emit_rest_of_body(GString *to, const char *body, const char *end)
{
	struct rest rest = { .to = to };

	visit(body, end, count_line, count_directive, &rest);
	rest.conditionals |= rest.depth != 0;
	visit(body, end, emit_line, emit_directive, &rest);
}
