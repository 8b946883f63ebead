/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the text of a C file says without being parsed: which files it includes, where
 * names of operations stand, and which macros make names of parts.
 */
#ifndef MDRV_MENTION_H
#define MDRV_MENTION_H

#include <stdbool.h>
#include <glib.h>

/* A name of interest where it may be used: not where it is declared or set. */
struct mention {
	const char *name;	/* NULL: a macro makes it of parts */
	const char *prefix;	/* of parts: how it begins, or "" */
	const char *suffix;	/* ... and ends */
	unsigned int line;
	bool member;		/* after -> or a dot; else alone between commas or brackets */
	bool function;		/* neither: called, or its address taken */
	bool in_macro;		/* within a #define */
};

/* What a name is of interest as: values of the table of names, as pointers. */
enum name_kind { NAME_SLOT = 1, NAME_FUNCTION = 2, NAME_RECORD = 4 };

struct text_facts {
	GPtrArray *includes;	/* char *: as written, with the first quote or bracket */
	GPtrArray *records;	/* char *: tags of interest of records that it defines */
	GPtrArray *mentions;	/* struct mention * */
};

/* May it mean a member of that name? */
bool mention_means(const struct mention *mention, const char *name);
/* May it mean the function of that name? */
bool mention_means_function(const struct mention *mention, const char *name);
/* @names: of interest, strings that outlive the result -> enum name_kind. */
struct text_facts *text_facts_read(const char *text, GHashTable *names);
void text_facts_free(gpointer facts);

/* A member of a record that is declared as a pointer to a function. */
struct slot_name {
	char *record;		/* "struct x" */
	char *field;
};

/* Those of all records with a name that a header defines: struct slot_name *. */
GPtrArray *slot_names_of(const char *text);

/* Functions that a header declares and does not define: char *. */
GPtrArray *function_names_of(const char *text);

/* @text with blanks for comments, strings and characters; free with g_free(). */
char *text_bare(const char *text);

#endif /* MDRV_MENTION_H */
