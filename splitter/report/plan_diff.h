/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What two plans of one driver have different. */
#ifndef MDRV_PLAN_DIFF_H
#define MDRV_PLAN_DIFF_H

#include <stdbool.h>
#include <stdio.h>

/*
 * Functions that moved or came back, each with its reason, and what crosses now: from the
 * plan.json files at @old and @new. False, after an error, if one of them is not a plan.
 */
bool plan_diff(FILE *to, const char *old, const char *new);

#endif /* MDRV_PLAN_DIFF_H */
