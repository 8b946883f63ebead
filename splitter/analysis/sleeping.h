/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Calls that may sleep where sleeping is forbidden: likely bugs of the driver. Only
 * what surely is in an atomic region, or in a function that the kernel is known to
 * call in atomic context only, is one.
 */
#ifndef MDRV_SLEEPING_H
#define MDRV_SLEEPING_H

#include "context.h"

struct sleep_bug {
	struct location at;	/* of the call that may sleep */
	struct function *in;	/* whose body holds it */
	const char *callee;
	const char *text;	/* one line: what sleeps, and what forbids it */
	GPtrArray *steps;	/* struct reason *: the calls that lead there, outermost last */
};

/* GPtrArray of struct sleep_bug *, in the order of the model. */
GPtrArray *sleeping_find(struct contexts *contexts);

/* One warning each, with the chain as notes. */
void sleeping_warn(GPtrArray *bugs);

#endif /* MDRV_SLEEPING_H */
