/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Between the files that find a module and its flags. */
#ifndef MDRV_KBUILD_INTERNAL_H
#define MDRV_KBUILD_INTERNAL_H

#include "kbuild.h"

enum { MAX_ABOVE = 8 };	/* directories above a file whose makefiles are looked at */

bool same_module(const char *a, const char *b);

/* A source of the module by its path below the driver's directory. */
bool kbuild_add_source(struct model *model, const char *name, GPtrArray *flags);

/*
 * Make the model's directory one that all @objects (relative to it) and all files that
 * they include by a path with ".." lie in. False after an error.
 */
bool kbuild_widen(struct model *model, char **objects);

/* May the makefiles of @directory compile the C file @path, which is below it? */
bool kbuild_may_know(const char *directory, const char *path);
/* Do the makefiles of @directory, or of one above, set flags for all that is below? */
bool kbuild_sets_flags_below(const char *directory);

/* The CONFIG_... that the makefile of its directory builds the C file for, or NULL. */
char *kbuild_switch(const char *path);

#endif /* MDRV_KBUILD_INTERNAL_H */
