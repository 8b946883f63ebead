// SPDX-License-Identifier: GPL-2.0-or-later
/* Names in the text of C files, comments and strings left out. */
#include <string.h>

#include "mention.h"

/* Where the reading of a text is. */
struct reading {
	struct text_facts *facts;
	const char *text;
	GHashTable *names;
	unsigned int line;
	int depth;		/* of braces */
	const char *macro;	/* the #define that is being read */
};

static bool is_word(char c)
{
	return g_ascii_isalnum(c) || c == '_';
}

/* The end of a comment, string or character that begins at @p; @p if none does. */
static const char *skip_quoted(const char *p)
{
	const char *begin = p;

	if (p[0] == '/' && p[1] == '*') {
		p = strstr(p + 2, "*/");
		return p ? p + 2 : begin + strlen(begin);
	}
	if (p[0] == '/' && p[1] == '/')
		return p + strcspn(p, "\n");
	if (*p != '"' && *p != '\'')
		return p;
	for (p++; *p && *p != *begin && *p != '\n'; p++)
		p += *p == '\\' && p[1];
	return *p == *begin ? p + 1 : p;
}

char *text_bare(const char *text)
{
	char *bare = g_strdup(text), *to = bare;
	const char *p = text, *end;

	while (*p) {
		/* The name of an included file is no string. */
		if (*p == '#' && g_str_has_prefix(p + 1 + strspn(p + 1, " \t"), "include")) {
			p += strcspn(p, "\n");
			continue;
		}
		end = skip_quoted(p);
		for (to = bare + (p - text); p < end; p++, to++)
			*to = *p == '\n' ? '\n' : ' ';
		if (*p && skip_quoted(p) == p)
			p++;
	}
	return bare;
}

/* The last character before @p that is no blank, or 0; a macro's line ends are blanks. */
static const char *before_blanks(const char *text, const char *p)
{
	while (p > text && (g_ascii_isspace(p[-1]) || p[-1] == '\\'))
		p--;
	return p > text ? p - 1 : NULL;
}

static const char *after_blanks(const char *p)
{
	while (g_ascii_isspace(*p) || (*p == '\\' && p[1] == '\n'))
		p++;
	return p;
}

/* Does what ends at @last select a member? */
static bool selects(const char *text, const char *last)
{
	if (!last)
		return false;
	if (*last == '.')
		return last == text || !g_ascii_isdigit(last[-1]);
	return *last == '>' && last > text && last[-1] == '-';
}

static bool is_set(const char *next)
{
	return *next == '=' && next[1] != '=';
}

static void add_mention(struct text_facts *facts, struct mention mention)
{
	g_ptr_array_add(facts->mentions, g_memdup2(&mention, sizeof(mention)));
}

/* Is @word one of the parameters of the macro that is defined at @macro? */
static bool is_parameter(const char *macro, const char *word)
{
	size_t length = strlen(word);
	const char *p;

	macro = strstr(macro, "define") + strlen("define");
	macro += strspn(macro, " \t");
	while (is_word(*macro))
		macro++;
	for (p = *macro == '(' ? macro + 1 : ""; *p && *p != ')'; p++) {
		if (!is_word(p[-1]) && !strncmp(p, word, length) && !is_word(p[length]))
			return true;
	}
	return false;
}

/* A part of a name that a macro makes: nothing of it is known if it is a parameter. */
static const char *part(const char *macro, const char *word)
{
	return g_intern_string(is_parameter(macro, word) ? "" : word);
}

/* Not "s" or "__": what begins so may be anything. */
static bool tells_apart(const char *prefix)
{
	prefix += strspn(prefix, "_");
	return strlen(prefix) > 2;
}

/*
 * "->a##b##c", of which @word is the first: any name that begins and ends so. Not behind an
 * arrow or a dot it may be a function, if it begins like one: names of functions that are
 * made of little but parameters are not looked for.
 */
static void take_pasted(struct reading *reading, const char *word, const char *next, bool member)
{
	const char *prefix = part(reading->macro, word), *suffix = "", *end;
	const char *macro = reading->macro;

	while (next[0] == '#' && next[1] == '#') {
		g_autofree char *last = NULL;

		next = after_blanks(next + 2);
		for (end = next; is_word(*end); end++)
			;
		last = g_strndup(next, end - next);
		suffix = part(macro, last);
		next = after_blanks(end);
	}
	if (member ? !is_set(next) : tells_apart(prefix))
		add_mention(reading->facts, (struct mention){
			.prefix = prefix, .suffix = suffix, .line = reading->line,
			.member = member, .function = !member, .in_macro = true });
}

/* Does the word that ends at @last begin with @prefix? */
static bool follows(const char *text, const char *last, const char *prefix)
{
	const char *begin = last + 1;

	while (begin > text && is_word(begin[-1]))
		begin--;
	return last + 1 - begin >= (ptrdiff_t)strlen(prefix) && g_str_has_prefix(begin, prefix);
}

/*
 * Outside of all braces: a declaration, the head of a definition, or an export, of the
 * function whose name stands between @last and @next.
 */
static bool is_declared(const char *text, const char *last, const char *next)
{
	if (!last)
		return false;
	if (*last == '(')
		return last > text && follows(text, before_blanks(text, last), "EXPORT_");
	return *next == '(' && (is_word(*last) || *last == '*' || *last == ')') &&
	       !follows(text, last, "return");
}

static void take_word(struct reading *reading, const char *begin, const char *end)
{
	const char *text = reading->text, *last = before_blanks(text, begin);
	g_autofree char *word = g_strndup(begin, end - begin);
	struct mention mention = { .line = reading->line, .in_macro = reading->macro != NULL };
	const char *next = after_blanks(end);
	gpointer name, kinds;

	mention.member = selects(text, last);
	if (reading->macro && next[0] == '#' && next[1] == '#' && !(last && *last == '#'))
		take_pasted(reading, word, next, mention.member);
	if (!g_hash_table_lookup_extended(reading->names, word, &name, &kinds))
		return;
	mention.name = name;
	if ((GPOINTER_TO_INT(kinds) & NAME_RECORD) && *next == '{' && last &&
	    follows(text, last, "struct"))
		g_ptr_array_add(reading->facts->records, name);
	if ((GPOINTER_TO_INT(kinds) & NAME_SLOT) &&
	    (mention.member ? !is_set(next) :
	     last && strchr("(,", *last) && *next && strchr(",)", *next)))
		add_mention(reading->facts, mention);
	mention.function = true;
	if ((GPOINTER_TO_INT(kinds) & NAME_FUNCTION) && !mention.member &&
	    (reading->depth || reading->macro || !is_declared(text, last, next)))
		add_mention(reading->facts, mention);
}

/* A line that begins with '#'; true if it is a #define. */
static bool take_directive(struct text_facts *facts, const char *p)
{
	const char *end;

	p += 1 + strspn(p + 1, " \t");
	if (g_str_has_prefix(p, "include")) {
		p += strlen("include");
		p += strspn(p, " \t");
		end = p + 1 + strcspn(*p ? p + 1 : p, *p == '<' ? ">\n" : "\"\n");
		if (*p == '<' || *p == '"')
			g_ptr_array_add(facts->includes, g_strndup(p, end - p));
	}
	return g_str_has_prefix(p, "define");
}

/* Braces; in the first column they belong to a definition, whatever #if has hidden. */
static void take_brace(struct reading *reading, const char *p)
{
	bool first = p == reading->text || p[-1] == '\n';

	if (reading->macro)
		return;
	if (*p == '{')
		reading->depth = first ? 1 : reading->depth + 1;
	else if (*p == '}')
		reading->depth = first ? 0 : MAX(reading->depth - 1, 0);
}

static const char *take_text(struct reading *reading, const char *p)
{
	const char *end = p;

	while (is_word(*end))
		end++;
	if (end > p && !g_ascii_isdigit(*p))
		take_word(reading, p, end);
	else if (end == p)
		take_brace(reading, p);
	return MAX(end, p + 1);
}

static void read_text(struct reading *reading)
{
	const char *p = reading->text;
	bool fresh = true;

	while (*p) {
		if (*p == '\n') {
			if (p == reading->text || p[-1] != '\\')
				reading->macro = NULL;
			fresh = true;
			reading->line++;
			p++;
		} else if (*p == '#' && fresh) {
			reading->macro = take_directive(reading->facts, p) ? p : NULL;
			p += reading->macro ? 1 : strcspn(p, "\n");
		} else {
			fresh &= g_ascii_isspace(*p);
			p = take_text(reading, p);
		}
	}
}

struct text_facts *text_facts_read(const char *text, GHashTable *names)
{
	struct text_facts *facts = g_new0(struct text_facts, 1);
	g_autofree char *bare = text_bare(text);

	facts->includes = g_ptr_array_new_with_free_func(g_free);
	facts->mentions = g_ptr_array_new_with_free_func(g_free);
	facts->records = g_ptr_array_new();
	read_text(&(struct reading){ .facts = facts, .text = bare, .names = names, .line = 1 });
	return facts;
}

static bool is_made(const struct mention *mention, const char *name)
{
	return g_str_has_prefix(name, mention->prefix) && g_str_has_suffix(name, mention->suffix);
}

bool mention_means(const struct mention *mention, const char *name)
{
	if (mention->function)
		return false;
	if (mention->name)
		return !strcmp(mention->name, name);
	return is_made(mention, name);
}

bool mention_means_function(const struct mention *mention, const char *name)
{
	if (!mention->function)
		return false;
	return mention->name ? !strcmp(mention->name, name) : is_made(mention, name);
}

void text_facts_free(gpointer data)
{
	struct text_facts *facts = data;

	g_ptr_array_unref(facts->includes);
	g_ptr_array_unref(facts->mentions);
	g_ptr_array_unref(facts->records);
	g_free(facts);
}
