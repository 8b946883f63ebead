/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Between the files of the dry run: the directory of links, and what make said there. */
#ifndef MDRV_DRYRUN_INTERNAL_H
#define MDRV_DRYRUN_INTERNAL_H

#include "dryrun.h"

/* Make root and work for @run->directory. False after an error was reported. */
bool dryrun_link(struct dryrun *run, enum scope scope, const char *file);

#endif /* MDRV_DRYRUN_INTERNAL_H */
