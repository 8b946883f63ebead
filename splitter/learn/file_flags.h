/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How files of the kernel's source are compiled, built in or as modules. */
#ifndef MDRV_FILE_FLAGS_H
#define MDRV_FILE_FLAGS_H

#include <stdbool.h>
#include <glib.h>

struct file_flags;

struct file_flags *file_flags_new(const char *root, const char *kdir, char *const *variables);
void file_flags_free(struct file_flags *flags);

/*
 * GCC's arguments for the file @path (from the top); NULL: none can be had. @borrowed:
 * they are those of another file, as this kernel does not build this one.
 */
GPtrArray *file_flags_of(struct file_flags *flags, const char *path, bool *borrowed);

#endif /* MDRV_FILE_FLAGS_H */
