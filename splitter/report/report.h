/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reports on a partition, in several formats; README.md describes them. */
#ifndef MDRV_REPORT_H
#define MDRV_REPORT_H

#include "plan.h"

/* "text, json, dot, svg or html", and whether a format is one of them. */
extern const char report_formats[];
bool report_known(const char *format);

/**
 * report_write() - write a report
 * @partition:	the partition
 * @plan:	what crosses, or NULL if the driver cannot be split as it is
 * @format:	one that report_known() knows
 * @path:	file, or NULL for standard output
 *
 * Return: false after an error; then there is no new file, and no half of one.
 */
bool report_write(const struct partition *partition, const struct plan *plan,
		  const char *format, const char *path);

#endif /* MDRV_REPORT_H */
