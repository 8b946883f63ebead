/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Prints a plan: both halves, their makefiles and plan.json. Decides nothing. */
#ifndef MDRV_CODEGEN_H
#define MDRV_CODEGEN_H

#include "plan.h"

/**
 * codegen_write() - write OUT
 * @plan:	the plan
 * @out:	output directory; written as a temporary beside it, renamed when
 *		complete, so that a failure (disk full ...) leaves nothing behind
 * @force:	replace an existing @out that an earlier run of the tool wrote
 *
 * Return: true, or false after a located error.
 */
bool codegen_write(const struct plan *plan, const char *out, bool force);

#endif /* MDRV_CODEGEN_H */
