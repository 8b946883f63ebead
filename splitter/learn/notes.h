/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What surveys have noted about files, and the conclusions about operations. */
#ifndef MDRV_NOTES_H
#define MDRV_NOTES_H

#include "tree.h"

/* A call of an operation, or what keeps it from being known. */
struct site {
	char *path;		/* from the top of the tree */
	unsigned int line;
	char *context;		/* "process", "atomic", "unknown" */
	char *why;
};

struct lesson {
	const struct slot_name *slot;
	const char *context;	/* "process", "atomic", "unknown", "unproven" */
	char *pinned;		/* why a user half cannot have it, or NULL */
	GPtrArray *sites;	/* struct site *: those that decide, in order */
};

struct notes {
	GHashTable *by_path;	/* path -> struct json_object *: the last line about it */
};

/* NULL after a located error. */
struct notes *notes_read(const char *path);
void notes_free(struct notes *notes);

/* @users: files that see the record of @slot, which @header defines. */
struct lesson *lesson_new(const struct notes *notes, GHashTable *users, const char *header,
			  const struct slot_name *slot);
void lesson_free(gpointer lesson);

#endif /* MDRV_NOTES_H */
