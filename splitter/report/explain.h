/* SPDX-License-Identifier: GPL-2.0-or-later */
/* mdrv explain: all that is known about a function, a lock or a field. */
#ifndef MDRV_EXPLAIN_H
#define MDRV_EXPLAIN_H

#include <stdio.h>

#include "plan.h"

/**
 * explain_name() - answer for everything in the driver that is called @name
 * @to:		where to
 * @partition:	the partition
 * @plan:	what crosses, or NULL if the driver cannot be split as it is
 * @name:	a function, a lock, or a field ("struct x.a.b", "x.a.b", "b")
 *
 * Return: false after an error: nothing has that name (the nearest is suggested).
 */
bool explain_name(FILE *to, const struct partition *partition, const struct plan *plan,
		  const char *name);

#endif /* MDRV_EXPLAIN_H */
