/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A dry run of Kbuild: which modules it would build in a directory and below, from
 * which objects, with which commands. Nothing is compiled or written there.
 */
#ifndef MDRV_DRYRUN_H
#define MDRV_DRYRUN_H

#include <stdbool.h>
#include <glib.h>

/* What one dry run said; objects are named relative to @directory. */
struct dryrun {
	char *directory;	/* the driver's, absolute */
	char *root;		/* where @work is in; removed by now */
	char *work;		/* the directory of links: @root/@directory */
	GHashTable *modules;	/* path -> char **: objects; some may begin with "../" */
	GHashTable *commands;	/* object -> compile command */
	GHashTable *made;	/* names of headers that rules of the Kbuild make */
	char *problem;		/* what make complained of on stderr, or "" */
};

enum scope {
	SCOPE_ALL,		/* the Kbuild of a directory and of all below it */
	SCOPE_OWN,		/* without those below it: big directories take long */
	SCOPE_FILE,		/* a Kbuild made up for a single file */
};

/*
 * @variables: "NAME=VALUE" for make, NULL at the end, or NULL. False after an error was
 * reported; dryrun_free() in either case.
 */
bool dryrun_do(struct dryrun *run, const char *dir, enum scope scope, const char *file,
	       const char *kdir, char *const *variables);
void dryrun_free(struct dryrun *run);

/*
 * GCC's arguments for an object, as they would be in the driver's directory itself;
 * free with g_ptr_array_unref(). NULL after a located error.
 */
GPtrArray *dryrun_flags(const struct dryrun *run, const char *object, const char *kdir);
/* The same for any command; @run may be NULL. */
GPtrArray *command_flags(const char *command, const struct dryrun *run, const char *directory,
			 const char *kdir);

/* The kernel source tree that a directory lies in, or NULL; free with g_free(). */
char *source_root(const char *directory);
bool has_file(const char *dir, const char *name);
bool has_kbuild(const char *dir);
/* What the makefiles of a directory say, "" if it has none; free with g_free(). */
char *makefile_text(const char *dir);
void remove_tree(const char *path);

#endif /* MDRV_DRYRUN_H */
