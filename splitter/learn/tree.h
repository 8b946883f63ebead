/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The C files of a kernel's source, and which of them can see what a header defines. */
#ifndef MDRV_TREE_H
#define MDRV_TREE_H

#include "mention.h"

struct tree_file {
	char *path;		/* from the top of the tree */
	struct text_facts *facts;
	GPtrArray *includers;	/* struct tree_file *: files that include this one */
};

/* Where a name stands. */
struct place_in_text {
	const struct tree_file *file;
	const struct mention *mention;
};

struct tree {
	char *root;		/* absolute */
	GPtrArray *files;	/* struct tree_file *, by path */
	GHashTable *by_path;
	GHashTable *by_name;	/* name without directories -> GPtrArray of struct tree_file * */
};

/*
 * All that is of one architecture's kernel: not tools, documentation or samples, and of
 * arch/ only x86. @names: what to look for. NULL after an error was reported.
 */
struct tree *tree_read(const char *root, GHashTable *names);
void tree_free(struct tree *tree);

/*
 * Of each function of @names -> enum name_kind that is found: name -> GPtrArray of
 * struct place_in_text *.
 */
GHashTable *tree_functions(const struct tree *tree, GHashTable *names);

/* Another file than @path that has an operation of that name in a record of that name, or NULL. */
const struct tree_file *tree_namesake(const struct tree *tree, const char *path,
				      const struct slot_name *slot);

/* The set of files that include a file, directly or not, and itself; NULL: no such file. */
GHashTable *tree_users(const struct tree *tree, const char *path);

#endif /* MDRV_TREE_H */
