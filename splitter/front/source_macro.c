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

/* A macro of the driver's own. */
struct definition {
	const char *params;	/* behind the bracket that opens the list */
	const char *body;
};

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

/* Behind "#define NAME" if that begins at @p, or NULL. */
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
	return strncmp(p, name, length) || is_word(p[length]) ? NULL : p + length;
}

/* All its definitions in a text are counted; what stands behind the name of the last is kept. */
static void find_in_text(const char *text, const char *name, const char **behind, guint *count)
{
	const char *line, *found;

	for (line = text; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		found = match_define(line, name);
		if (!found)
			continue;
		*behind = found;
		++*count;
	}
}

/* Behind the name in its only definition in the driver's files that this one is made of. */
static const char *definition_of(struct parser *parser, const char *name)
{
	const char *behind = NULL, *text;
	GHashTableIter iter;
	gpointer path;
	guint count = 0;
	size_t size;

	find_in_text(parser->source->text, name, &behind, &count);
	g_hash_table_iter_init(&iter, parser->inclusions);
	while (g_hash_table_iter_next(&iter, &path, NULL)) {
		text = strcmp(path, parser->source->path) ?
			ast_text(parser->ast, path, &size) : NULL;
		if (text)
			find_in_text(text, name, &behind, &count);
	}
	return count == 1 ? behind : NULL;
}

static bool is_among(const char *word, const char *const *words)
{
	for (; *words; words++) {
		if (!strcmp(word, *words))
			return true;
	}
	return false;
}

static bool is_keyword(const char *word)
{
	static const char *const words[] = {
		"if", "else", "do", "while", "for", "switch", "sizeof", "typeof", "__typeof__",
		"return", "struct", "const", "void", "int", "char", "long", "unsigned",
		"__VA_ARGS__", "__func__", "__FUNCTION__", "__LINE__", "__FILE__", NULL
	};

	return is_among(word, words);
}

/* A constant of the driver's by its only definition, or a level of the kernel's messages. */
static bool is_constant(struct parser *parser, const char *word)
{
	const char *behind = definition_of(parser, word);

	if (g_str_has_prefix(word, "KERN_"))
		return true;
	behind = behind ? behind + strspn(behind, " \t") : NULL;
	return behind && (*behind == '"' || g_ascii_isdigit(*behind));
}

static bool is_named(GPtrArray *variables, const char *word)
{
	guint i;

	for (i = 0; i < variables->len; i++) {
		if (!strcmp(((struct parameter *)variables->pdata[i])->name, word))
			return true;
	}
	return false;
}

/* One of the macro's own, up to the bracket that closes their list? */
static bool is_parameter(const struct definition *definition, const char *word)
{
	const char *p = definition->params;

	while (*p && *p != ')') {
		g_autofree char *name = word_at(p);

		if (!strcmp(name, word))
			return true;
		p += MAX(strlen(name), 1);
	}
	return false;
}

/*
 * Is nothing called where the word stands alone? If it may be a macro of the kernel's
 * ("current"), what that calls cannot be told from what the macro around it calls.
 */
static bool is_plain(const struct walk *walk, const struct definition *definition,
		     const char *word)
{
	const struct function *function = walk->function;
	const struct global *global = model_global(walk->parser->model, word);

	return g_ascii_isdigit(*word) || is_keyword(word) || is_parameter(definition, word) ||
	       (function && (is_named(function->params, word) ||
			     is_named(function->locals, word))) ||
	       (global && global->in_driver) || is_constant(walk->parser, word);
}

/* Past a string or a character that begins at @p. */
static const char *skip_quoted(const char *p)
{
	char quote = *p;

	for (p++; *p && *p != quote && *p != '\n'; p++)
		p += *p == '\\' && p[1];
	return *p ? p + 1 : p;
}

/* A word with a bracket behind it; false if it makes the body one of several things. */
static bool take_call(struct parser *parser, const char *word, int depth, char **only)
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

/* Does what stands before @p, in the text from @begin, select a member, or quote? */
static bool is_selected(const char *begin, const char *p)
{
	while (p > begin && (g_ascii_isspace(p[-1]) || p[-1] == '\\'))
		p--;
	return p > begin && (p[-1] == '.' || p[-1] == '#' ||
			     (p[-1] == '>' && p > begin + 1 && p[-2] == '-'));
}

static bool take_word(const struct walk *walk, const struct definition *definition,
		      const char *p, const char *word, int depth, char **only)
{
	if (*skip_blanks(p + strlen(word)) == '(')
		return take_call(walk->parser, word, depth, only);
	return is_selected(definition->body, p) || is_plain(walk, definition, word);
}

/* The only macro or function that a definition calls at its own level, or NULL. */
static char *only_call(const struct walk *walk, const struct definition *definition)
{
	g_autofree char *only = NULL;
	const char *p = definition->body;
	int depth = 0;

	while (*p && (*p != '\n' || p[-1] == '\\')) {
		g_autofree char *word = word_at(p);

		if (*p == '"' || *p == '\'') {
			p = skip_quoted(p);
		} else if (*word) {
			if (!take_word(walk, definition, p, word, depth, &only))
				return NULL;
			p += strlen(word);
		} else {
			depth += (*p == '(') - (*p == ')');
			p++;
		}
	}
	return g_steal_pointer(&only);
}

/* What a macro stands for in the end that the driver defines for another. */
static const char *meant(const struct walk *walk, const char *name)
{
	int i;

	for (i = 0; i < MOST_NESTED; i++) {
		const char *behind = definition_of(walk->parser, name);
		const char *close = behind && *behind == '(' ? strchr(behind, ')') : NULL;
		struct definition definition = { close ? behind + 1 : "", close ? close + 1 : "" };
		g_autofree char *inner = only_call(walk, &definition);

		if (!inner)
			break;
		name = model_intern(walk->parser->model, inner);
	}
	return name;
}

const char *macro_at(const struct walk *walk, const struct expr *expr)
{
	struct parser *parser = walk->parser;
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
	return meant(walk, model_intern(parser->model, name));
}
