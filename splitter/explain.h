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

/*
 * The next link behind a reason: what made @reason->via critical, which for one that
 * is in both halves is not its first reason. NULL at the end.
 */
const struct reason *explain_next(const struct partition *partition,
				  const struct reason *reason);

/* The chain behind the first reason of a decision, as notes after a diagnostic. */
void explain_notes(const struct partition *partition, const struct decision *decision);

#endif /* MDRV_EXPLAIN_H */
