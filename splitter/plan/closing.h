/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Partition and plan, made again until the closing check of the plan holds. */
#ifndef MDRV_CLOSING_H
#define MDRV_CLOSING_H

#include "knowledge.h"
#include "plan.h"

/**
 * closing_compute() - decide what moves, and plan how it crosses
 * @plan:	out: the plan, or NULL after an error was reported: the partition then
 *		stands, and nothing can be made of it
 * Return: the partition, or NULL after an error was reported.
 */
struct partition *closing_compute(struct model *model, struct knowledge *knowledge,
				  struct plan **plan);

#endif /* MDRV_CLOSING_H */
