// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The macro that a call is written as. The outermost one is named in the text; if the
 * driver defines it, as its own word for one of the kernel's ("e_dbg()" for "netdev_dbg()"),
 * the kernel's is what anything is known about.
 */
#include <string.h>

#include "source_walk.h"

enum { MOST_NESTED = 8, MOST_WORD = 128 };

static bool is_word(char c)
{
	return g_ascii_isalnum(c) || c == '_';
}

static const char *skip_blanks(const char *p)
{
	while (g_ascii_isspace(*p) || (*p == '\\' && p[1] == '\n'))
		p++;
	return p;
}

static char *word_at(const char *p)
{
	const char *end = p;

	while (is_word(*end) && end - p < MOST_WORD)
		end++;
	return g_strndup(p, end - p);
}

/* Behind "#define NAME(...)" if that begins at @p, or NULL. */
static const char *match_define(const char *p, const char *name)
{
	size_t length = strlen(name);

	p += strspn(p, " \t");
	if (*p != '#')
		return NULL;
	p += 1 + strspn(p + 1, " \t");
	if (!g_str_has_prefix(p, "define"))
		return NULL;
	p += strlen("define");
	p += strspn(p, " \t");
	if (strncmp(p, name, length) || p[length] != '(')
		return NULL;
	p = strchr(p, ')');
	return p ? p + 1 : NULL;
}

/* The bodies of all its definitions in a text are counted; the last is kept. */
static void find_in_text(const char *text, const char *name, const char **body, guint *count)
{
	const char *line, *found;

	for (line = text; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		found = match_define(line, name);
		if (!found)
			continue;
		*body = found;
		++*count;
	}
}

/* In the driver's files that this one is made of: its only definition, or NULL. */
static const char *definition_of(struct parser *parser, const char *name)
{
	const char *body = NULL, *text;
	GHashTableIter iter;
	gpointer path;
	guint count = 0;
	size_t size;

	find_in_text(parser->source->text, name, &body, &count);
	g_hash_table_iter_init(&iter, parser->inclusions);
	while (g_hash_table_iter_next(&iter, &path, NULL)) {
		text = strcmp(path, parser->source->path) ?
			ast_text(parser->ast, path, &size) : NULL;
		if (text)
			find_in_text(text, name, &body, &count);
	}
	return count == 1 ? body : NULL;
}

static bool is_keyword(const char *word)
{
	static const char *const words[] = {
		"if", "while", "for", "switch", "sizeof", "typeof", "__typeof__", "return",
	};
	guint i;

	for (i = 0; i < G_N_ELEMENTS(words); i++) {
		if (!strcmp(word, words[i]))
			return true;
	}
	return false;
}

/* Past a string or a character that begins at @p. */
static const char *skip_quoted(const char *p)
{
	char quote = *p;

	for (p++; *p && *p != quote && *p != '\n'; p++)
		p += *p == '\\' && p[1];
	return *p ? p + 1 : p;
}

/* A word at @p with a bracket behind it; false if it makes the body one of several things. */
static bool take_word(struct parser *parser, const char *word, int depth, char **only)
{
	if (is_keyword(word))
		return true;
	/* What an argument calls may be a macro, too, of which the call could be as well. */
	if (depth)
		return model_function(parser->model, word);
	if (*only)
		return false;
	*only = g_strdup(word);
	return true;
}

/* The only macro or function that a body of a definition calls at its own level, or NULL. */
static char *only_call(struct parser *parser, const char *body)
{
	g_autofree char *only = NULL;
	const char *p = body;
	int depth = 0;

	while (*p && (*p != '\n' || p[-1] == '\\')) {
		g_autofree char *word = word_at(p);

		if (*p == '"' || *p == '\'') {
			p = skip_quoted(p);
		} else if (*word) {
			p += strlen(word);
			if (*skip_blanks(p) == '(' && !take_word(parser, word, depth, &only))
				return NULL;
		} else {
			depth += (*p == '(') - (*p == ')');
			p++;
		}
	}
	return g_steal_pointer(&only);
}

/* What a macro stands for in the end that the driver defines for another. */
static const char *meant(struct parser *parser, const char *name)
{
	int i;

	for (i = 0; i < MOST_NESTED; i++) {
		const char *body = definition_of(parser, name);
		g_autofree char *inner = body ? only_call(parser, body) : NULL;

		if (!inner)
			break;
		name = model_intern(parser->model, inner);
	}
	return name;
}

const char *macro_at(struct parser *parser, const struct expr *expr)
{
	struct span span = ast_span(parser->ast, expr);
	struct source *source = parser->source;
	g_autofree char *name = NULL;

	if (!span.in_macro || g_strcmp0(span.file, source->path))
		return NULL;
	name = span.begin < source->size ? word_at(source->text + span.begin) : NULL;
	if (!name || !*name)
		return NULL;
	/* What the driver's own definition calls itself is of no other macro. */
	if (!span.spelled || is_driver_path(parser, span.spelled))
		return model_intern(parser->model, name);
	return meant(parser, model_intern(parser->model, name));
}
