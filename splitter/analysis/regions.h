/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Atomic regions: what is held where. A forward data flow over the control-flow graph
 * of every function, with one summary per function that its callers use, whatever
 * file they are in.
 */
#ifndef MDRV_REGIONS_H
#define MDRV_REGIONS_H

#include "knowledge.h"
#include "model.h"

/*
 * Fill in what is held at each call of the model (call.held and its neighbours), and
 * which regions functions leave open or end for their callers (function.opens, closes).
 */
void regions_compute(struct model *model, const struct knowledge *knowledge);

/* Does a name speak of something that is entered and left? */
bool regions_sound(const char *name);

#endif /* MDRV_REGIONS_H */
