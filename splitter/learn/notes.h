/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What surveys have noted about files, and the conclusions about operations and functions. */
#ifndef MDRV_NOTES_H
#define MDRV_NOTES_H

#include <json.h>

#include "tree.h"

/* A call, or what keeps it from being known. */
struct site {
	char *path;		/* from the top of the tree */
	unsigned int line;
	char *context;		/* "process", "atomic", "unknown" */
	char *why;
	struct json_object *needs; /* process, if all calls of these are (proof.h), or NULL; */
				/* belongs to the notes */
};

struct lesson {
	char *key;		/* "struct x.op", or "f()" of a function */
	const struct slot_name *slot; /* NULL: of a function */
	const char *context;	/* "process", "atomic", "unknown", "unproven" */
	char *pinned;		/* why a user half cannot have it, or NULL */
	GPtrArray *sites;	/* struct site *: those that decide, in order */
	bool conditional;	/* process, if what its sites need is */
};

struct notes {
	GHashTable *by_path;	/* path -> struct json_object *: the last line about it */
	GHashTable *uses;	/* key of a lesson -> GPtrArray of struct use * */
};

/* NULL after a located error. */
struct notes *notes_read(const char *path);
void notes_free(struct notes *notes);

/*
 * @users: files that see the record of @slot, which @header defines. @namesake: another file
 * that has one of that name, or NULL: facts do not tell them apart.
 */
struct lesson *lesson_of_slot(const struct notes *notes, GHashTable *users, const char *header,
			      const struct slot_name *slot, const struct tree_file *namesake);
/* @places: struct place_in_text *, all places of the tree where the name stands, or NULL. */
struct lesson *lesson_of_function(const struct notes *notes, const char *name,
				  GPtrArray *places);
void lesson_free(gpointer lesson);

#endif /* MDRV_NOTES_H */
