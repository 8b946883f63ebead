/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The chain behind a reason: what made a function critical, and what made that so. */
#ifndef MDRV_CHAIN_H
#define MDRV_CHAIN_H

#include "plan.h"

enum { CHAIN_MAX = 32 };	/* links that a person is shown */

/*
 * The next link behind a reason: what made @reason->via critical, which for one that
 * is in both halves is not its first reason. NULL at the end.
 */
const struct reason *chain_next(const struct partition *partition, const struct reason *reason);

/* The chain behind the first reason of a decision, as notes after a diagnostic. */
void chain_notes(const struct partition *partition, const struct decision *decision);

#endif /* MDRV_CHAIN_H */
