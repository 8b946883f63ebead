/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From a partition to what crosses: records, fields, calls, and the hash. */
#ifndef MDRV_WIRE_H
#define MDRV_WIRE_H

#include "plan.h"

/**
 * plan_build() - derive the wire tables of a partition
 * Return: the plan, or NULL after a located error: the tool refuses what it
 * cannot vouch for.
 */
struct plan *plan_build(struct model *model, const struct partition *partition);
void plan_free(struct plan *plan);

#endif /* MDRV_WIRE_H */
