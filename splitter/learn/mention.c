// SPDX-License-Identifier: GPL-2.0-or-later
/* Names in the text of C files, comments and strings left out. */
#include <string.h>

#include "mention.h"

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

/* "->a##b##c", of which @word is the first: any name that begins and ends so. */
static void take_pasted(struct text_facts *facts, const char *macro, const char *word,
			const char *next, unsigned int line)
{
	const char *suffix = "", *end;

	while (next[0] == '#' && next[1] == '#') {
		g_autofree char *last = NULL;

		next = after_blanks(next + 2);
		for (end = next; is_word(*end); end++)
			;
		last = g_strndup(next, end - next);
		suffix = part(macro, last);
		next = after_blanks(end);
	}
	if (!is_set(next))
		add_mention(facts, (struct mention){
			.prefix = part(macro, word), .suffix = suffix, .line = line,
			.member = true, .in_macro = true });
}

static void take_word(struct text_facts *facts, GHashTable *names, const char *text,
		      const char *begin, const char *end, unsigned int line, const char *macro)
{
	g_autofree char *word = g_strndup(begin, end - begin);
	const char *last, *next = after_blanks(end);
	gpointer name;
	bool member;

	if (macro && next[0] == '#' && next[1] == '#' && selects(text, before_blanks(text, begin)))
		take_pasted(facts, macro, word, next, line);
	if (!g_hash_table_lookup_extended(names, word, &name, NULL))
		return;
	last = before_blanks(text, begin);
	member = selects(text, last);
	if (member ? is_set(next) :
	    !last || !strchr("(,", *last) || !*next || !strchr(",)", *next))
		return;
	add_mention(facts, (struct mention){
		.name = name, .line = line, .member = member, .in_macro = macro != NULL });
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

static void read_text(struct text_facts *facts, const char *text, GHashTable *names)
{
	const char *p = text, *end;
	unsigned int line = 1;
	const char *macro = NULL;	/* the #define that is being read */
	bool fresh = true;

	while (*p) {
		if (*p == '\n') {
			if (p == text || p[-1] != '\\')
				macro = NULL;
			fresh = true;
			line++;
			p++;
		} else if (*p == '#' && fresh) {
			macro = take_directive(facts, p) ? p : NULL;
			p += macro ? 1 : strcspn(p, "\n");
		} else if (is_word(*p)) {
			for (end = p; is_word(*end); end++)
				;
			if (!g_ascii_isdigit(*p))
				take_word(facts, names, text, p, end, line, macro);
			p = end;
			fresh = false;
		} else {
			fresh &= g_ascii_isspace(*p);
			p++;
		}
	}
}

struct text_facts *text_facts_read(const char *text, GHashTable *names)
{
	struct text_facts *facts = g_new0(struct text_facts, 1);
	g_autofree char *bare = text_bare(text);

	facts->includes = g_ptr_array_new_with_free_func(g_free);
	facts->mentions = g_ptr_array_new_with_free_func(g_free);
	read_text(facts, bare, names);
	return facts;
}

bool mention_means(const struct mention *mention, const char *name)
{
	if (mention->name)
		return !strcmp(mention->name, name);
	return g_str_has_prefix(name, mention->prefix) && g_str_has_suffix(name, mention->suffix);
}

void text_facts_free(gpointer data)
{
	struct text_facts *facts = data;

	g_ptr_array_unref(facts->includes);
	g_ptr_array_unref(facts->mentions);
	g_free(facts);
}
