/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shared by the files of mdrv explain: one question, and how answers are printed. */
#ifndef MDRV_EXPLAIN_INTERNAL_H
#define MDRV_EXPLAIN_INTERNAL_H

#include <stdio.h>

#include "context.h"
#include "graph.h"
#include "locks.h"
#include "plan.h"

struct question {
	FILE *to;
	const struct partition *partition;
	const struct plan *plan;	/* NULL if the driver cannot be split as it is */
	struct graph *graph;
	const char *name;		/* as asked for */
};

extern const char *const explain_halves[];

/* " (file:line:column)", or nothing for a place that is not known. */
void explain_at(FILE *to, const struct location *at);
/* "process, softirq context" */
void explain_contexts(FILE *to, unsigned int contexts);
/* "struct x" -> "x": as in "x.field" */
const char *explain_short(const char *record);

void explain_one_function(const struct question *question, const struct decision *decision);

/* The fields that a name stands for: struct field *, see explain_field.c. */
GPtrArray *explain_find_fields(const struct partition *partition, const char *name);
void explain_one_field(const struct question *question, const struct field *field);

/* The globals of the driver that a name stands for: struct global *. */
GPtrArray *explain_find_globals(const struct partition *partition, const char *name);
void explain_one_global(const struct question *question, const struct global *global);

/* The locks that a name stands for: struct lock *. */
GPtrArray *explain_find_locks(const struct partition *partition, const char *name);
void explain_one_lock(const struct question *question, const struct lock *lock);
/* One place where a lock is taken. */
void explain_site(FILE *to, const struct lock_site *site);

#endif /* MDRV_EXPLAIN_INTERNAL_H */
