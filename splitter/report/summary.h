/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the terminal shows: summaries, reports, dumps. */
#ifndef MDRV_SUMMARY_H
#define MDRV_SUMMARY_H

#include <stdio.h>

#include "plan.h"

/* One screen after a split: what moved, what stayed, why, what crosses. */
void summary_print(FILE *to, const struct partition *partition, const struct plan *plan,
		   const char *out);
/* The report of mdrv analyze: every function, its domain and its first reason. */
void summary_text(FILE *to, const struct partition *partition);
/* The model as text, for developers. */
void summary_dump_model(FILE *to, const struct model *model);

/* Records and their fields that cross, with the user half's use of each; may be empty. */
struct json_object;
struct json_object *summary_records(const struct plan *plan);

/* If no function moves, say so on stderr, and what stands against it most often. */
void summary_nothing_moved(const struct partition *partition);

#endif /* MDRV_SUMMARY_H */
