/* SPDX-License-Identifier: GPL-2.0-or-later */
/* mdrv hints --init: a YAML file with every open question, ready to be filled in. */
#ifndef MDRV_HINTS_INIT_H
#define MDRV_HINTS_INIT_H

#include "plan.h"

/* Is there no such file yet? Else false after an error: it would be lost. */
bool hints_may_write(const char *path);

/**
 * hints_init() - write all ambiguities with the hints that could settle them
 * @partition:	the partition
 * @path:	file, or NULL for standard output
 *
 * The file is valid as it is written and says nothing yet: candidates are comments.
 * Return: false after an error; then there is no new file.
 */
bool hints_init(const struct partition *partition, const char *path);

#endif /* MDRV_HINTS_INIT_H */
