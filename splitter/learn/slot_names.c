// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What a header declares: operations, "(*name)(" right in the braces of a record, and
 * functions, "name(...);" outside of all braces.
 */
#include <string.h>

#include "mention.h"

static const char *skip_blanks(const char *p)
{
	while (g_ascii_isspace(*p))
		p++;
	return p;
}

static bool is_letter(char c)
{
	return g_ascii_isalpha(c) || c == '_';
}

static char *take_name(const char **p)
{
	const char *begin = skip_blanks(*p);
	const char *end = begin;

	while (g_ascii_isalnum(*end) || *end == '_')
		end++;
	*p = skip_blanks(end);
	return g_strndup(begin, end - begin);
}

static void slot_name_free(gpointer data)
{
	struct slot_name *slot = data;

	g_free(slot->record);
	g_free(slot->field);
	g_free(slot);
}

static void add_slot(GPtrArray *slots, const char *record, char *field)
{
	struct slot_name *slot = g_new0(struct slot_name, 1);

	slot->record = g_strdup_printf("struct %s", record);
	slot->field = field;
	g_ptr_array_add(slots, slot);
}

/* "(*name)(" at @p? */
static void take_slot(GPtrArray *slots, const char *record, const char *p)
{
	g_autofree char *name = NULL;

	p = skip_blanks(p + 1);
	if (*p != '*')
		return;
	p++;
	name = take_name(&p);
	if (!*name || *p != ')' || *skip_blanks(p + 1) != '(')
		return;
	add_slot(slots, record, g_steal_pointer(&name));
}

/* "type name;" at @p, of a type that is a pointer to a function? Where that ends. */
static const char *take_typed(GPtrArray *slots, GHashTable *types, const char *record,
			      const char *p)
{
	g_autofree char *type = take_name(&p);
	const char *after = p;
	char *field;

	if (!g_hash_table_contains(types, type))
		return after;
	field = take_name(&p);
	if (*field && (*p == ';' || *p == ','))
		add_slot(slots, record, field);
	else
		g_free(field);
	return p;
}

/* The body of a record, from behind its '{' to behind its '}'. */
static const char *take_body(GPtrArray *slots, GHashTable *types, const char *record,
			     const char *p)
{
	int braces = 1, brackets = 0;

	for (; *p && braces; p++) {
		while (is_letter(*p) && !brackets && braces == 1)
			p = take_typed(slots, types, record, p);
		if (*p == '(' && !brackets && braces == 1)
			take_slot(slots, record, p);
		brackets += (*p == '(') - (*p == ')');
		braces += (*p == '{') - (*p == '}');
	}
	return p;
}

/* "typedef int (*name)(...);" */
static GHashTable *function_types(const char *bare)
{
	GHashTable *types = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	const char *p = bare;

	while ((p = strstr(p, "typedef "))) {
		p += strcspn(p, "(;{");
		if (*p != '(' || *skip_blanks(p + 1) != '*')
			continue;
		p = skip_blanks(p + 1) + 1;
		g_hash_table_add(types, take_name(&p));
	}
	return types;
}

GPtrArray *slot_names_of(const char *text)
{
	GPtrArray *slots = g_ptr_array_new_with_free_func(slot_name_free);
	g_autofree char *bare = text_bare(text);
	g_autoptr(GHashTable) types = function_types(bare);
	const char *p = bare;

	while ((p = strstr(p, "struct "))) {
		bool begins = p == bare || !(g_ascii_isalnum(p[-1]) || p[-1] == '_');
		g_autofree char *name = NULL;

		p += strlen("struct ");
		name = take_name(&p);
		if (begins && *name && *p == '{')
			p = take_body(slots, types, name, p + 1);
	}
	return slots;
}

/* The name that ends before @p, the bracket of a list of parameters; "" if none does. */
static char *name_before(const char *text, const char *p)
{
	const char *end;

	while (p > text && g_ascii_isspace(p[-1]))
		p--;
	for (end = p; p > text && (g_ascii_isalnum(p[-1]) || p[-1] == '_'); p--)
		;
	return g_strndup(p, end - p);
}

/* Behind the bracket that @p opens. */
static const char *skip_brackets(const char *p)
{
	int depth = 0;

	do {
		depth += (*p == '(') - (*p == ')');
	} while (*p++ && depth && *p);
	return p;
}

/* A line of a directive, with those that it goes on in. */
static const char *skip_directive(const char *p)
{
	while (*p && (*p != '\n' || p[-1] == '\\'))
		p++;
	return p;
}

GPtrArray *function_names_of(const char *text)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *bare = text_bare(text);
	const char *p = bare;
	int depth = 0;

	while (*p) {
		if (*p == '#') {
			p = skip_directive(p);
		} else if (*p == '(' && !depth) {
			g_autofree char *name = name_before(bare, p);

			p = skip_brackets(p);
			if (*name && strchr(";,", *skip_blanks(p)) && *skip_blanks(p))
				g_ptr_array_add(names, g_steal_pointer(&name));
		} else {
			depth = MAX(depth + (*p == '{') - (*p == '}'), 0);
			p++;
		}
	}
	return names;
}
