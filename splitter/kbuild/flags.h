/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Kbuild's flags, which are meant for GCC, turned into ones for clang. */
#ifndef MDRV_FLAGS_H
#define MDRV_FLAGS_H

#include "model.h"

/*
 * @overlay: a directory whose headers stand in front of the kernel's, or NULL.
 * @rewritten: a file for -ivfsoverlay, or NULL.
 * Return: const char *; elements belong to the model, the array to the caller.
 */
GPtrArray *flags_for_clang(const struct source *source, const char *overlay,
			   const char *rewritten);

#endif /* MDRV_FLAGS_H */
