/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which half each function belongs to, and the chain of reasons. */
#ifndef MDRV_PARTITION_H
#define MDRV_PARTITION_H

#include "knowledge.h"
#include "plan.h"

/**
 * partition_compute() - decide for every function of the driver
 * @model:	the driver, call sites annotated with what is held
 * @knowledge:	facts and hints
 *
 * A hint that contradicts the analysis is a located error that shows the chain.
 * Return: the partition, or NULL after an error was reported.
 */
struct partition *partition_compute(struct model *model, struct knowledge *knowledge);
void partition_free(struct partition *partition);

#endif /* MDRV_PARTITION_H */
