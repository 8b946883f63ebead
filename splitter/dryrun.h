/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A dry run of Kbuild: which modules it would build in a directory and below, from
 * which objects, with which commands. Nothing is compiled or written there.
 */
#ifndef MDRV_DRYRUN_H
#define MDRV_DRYRUN_H

#include <stdbool.h>
#include <glib.h>

/* What one dry run said; paths are those in the directory of links. */
struct dryrun {
	char *work;		/* the directory of links; removed by now */
	GHashTable *modules;	/* path relative to @work -> char **: objects, likewise */
	GHashTable *commands;	/* object relative to @work -> compile command */
	char *problem;		/* what make complained of on stderr, or "" */
};

enum scope {
	SCOPE_ALL,		/* the Kbuild of a directory and of all below it */
	SCOPE_OWN,		/* without those below it: big directories take long */
	SCOPE_FILE,		/* a Kbuild made up for a single file */
};

/* False after an error was reported; dryrun_free() in either case. */
bool dryrun_do(struct dryrun *run, const char *dir, enum scope scope, const char *file,
	       const char *kdir);
void dryrun_free(struct dryrun *run);

/*
 * GCC's arguments for an object, as they would be in @directory itself; free with
 * g_ptr_array_unref(). NULL after a located error.
 */
GPtrArray *dryrun_flags(const struct dryrun *run, const char *object, const char *directory,
			const char *kdir);

/* The kernel source tree that a directory lies in, or NULL; free with g_free(). */
char *source_root(const char *directory);
bool has_file(const char *dir, const char *name);
bool has_kbuild(const char *dir);
void remove_tree(const char *path);

#endif /* MDRV_DRYRUN_H */
