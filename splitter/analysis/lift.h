/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What if? An obstacle by a name that is the same in all drivers, and whether a partition
 * is to be made as if there were none of that name.
 */
#ifndef MDRV_LIFT_H
#define MDRV_LIFT_H

#include "plan.h"

/**
 * lift_name() - what an obstacle is called: "call: kfree", "context: struct x.y"
 * @reason:	of a function that stays in the kernel
 * Return: the name, to be freed; NULL if it cannot be lifted alone. What stands before
 * ": " is the kind; a few kinds have nothing behind it.
 */
char *lift_name(const struct reason *reason);

/* Does the model's lift, a name or a kind of names, take @reason away? */
bool lift_takes(const struct model *model, const struct reason *reason);

/* The same for the context of an operation or callback that nothing is known about. */
bool lift_settles(const struct model *model, const char *entry);

#endif /* MDRV_LIFT_H */
