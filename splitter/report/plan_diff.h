/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What two plans of one driver have different. */
#ifndef MDRV_PLAN_DIFF_H
#define MDRV_PLAN_DIFF_H

#include <stdbool.h>
#include <stdio.h>

/* "text or json", and whether a format is one of them. */
extern const char plan_diff_formats[];
bool plan_diff_known(const char *format);

/**
 * plan_diff() - tell what moved or came back, and what crosses otherwise
 * @to:		where to print
 * @old, @new:	a plan.json each, or the OUT that has one
 * @format:	one that plan_diff_known() knows
 * @differ:	whether there was anything to tell
 *
 * Return: false, after an error, if one of them cannot be read as a plan.
 */
bool plan_diff(FILE *to, const char *old, const char *new, const char *format, bool *differ);

#endif /* MDRV_PLAN_DIFF_H */
