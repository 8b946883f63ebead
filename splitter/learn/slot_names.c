// SPDX-License-Identifier: GPL-2.0-or-later
/* Operations that a header declares: "(*name)(" right in the braces of a record. */
#include <string.h>

#include "mention.h"

static const char *skip_blanks(const char *p)
{
	while (g_ascii_isspace(*p))
		p++;
	return p;
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

/* "(*name)(" at @p? */
static void take_slot(GPtrArray *slots, const char *record, const char *p)
{
	struct slot_name *slot;
	g_autofree char *name = NULL;

	p = skip_blanks(p + 1);
	if (*p != '*')
		return;
	p++;
	name = take_name(&p);
	if (!*name || *p != ')' || *skip_blanks(p + 1) != '(')
		return;
	slot = g_new0(struct slot_name, 1);
	slot->record = g_strdup_printf("struct %s", record);
	slot->field = g_steal_pointer(&name);
	g_ptr_array_add(slots, slot);
}

/* The body of a record, from behind its '{' to behind its '}'. */
static const char *take_body(GPtrArray *slots, const char *record, const char *p)
{
	int braces = 1, brackets = 0;

	for (; *p && braces; p++) {
		if (*p == '(' && !brackets && braces == 1)
			take_slot(slots, record, p);
		brackets += (*p == '(') - (*p == ')');
		braces += (*p == '{') - (*p == '}');
	}
	return p;
}

GPtrArray *slot_names_of(const char *text)
{
	GPtrArray *slots = g_ptr_array_new_with_free_func(slot_name_free);
	g_autofree char *bare = text_bare(text);
	const char *p = bare;

	while ((p = strstr(p, "struct "))) {
		bool begins = p == bare || !(g_ascii_isalnum(p[-1]) || p[-1] == '_');
		g_autofree char *name = NULL;

		p += strlen("struct ");
		name = take_name(&p);
		if (begins && *name && *p == '{')
			p = take_body(slots, name, p + 1);
	}
	return slots;
}
