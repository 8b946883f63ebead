/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What has surely been called before a point of a function, on every way to it, and
 * what may have been: a forward data flow over its control-flow graph.
 */
#ifndef MDRV_BEFORE_H
#define MDRV_BEFORE_H

#include "cfg.h"
#include "knowledge.h"

/* At one point. */
struct before {
	bool reached;
	const struct cfg_op *proof;	/* proves process context on every way here, or NULL */
	const struct cfg_op *doubt;	/* since then, may have left something held, or NULL */
};

struct history;

struct history *history_new(const struct knowledge *knowledge);
void history_free(struct history *history);

/* Before @call; false if the control-flow graph does not have it. */
bool history_before(struct history *history, const struct call *call, struct before *before);

/* "mutex_lock() in line 12" */
char *history_words(const struct cfg_op *op);

#endif /* MDRV_BEFORE_H */
