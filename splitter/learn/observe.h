/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What one file of the kernel does with function pointers in records of headers, and with
 * functions that other files may call.
 */
#ifndef MDRV_OBSERVE_H
#define MDRV_OBSERVE_H

#include <stdio.h>

#include "context.h"

/*
 * As JSON: "uses", each with "slot" or "function", "line", "context" (process, atomic,
 * unknown), "why" and perhaps "pinned" and "needs" (proof.h); "seen": of each member's
 * name, and each "function()", the lines where it was understood. False: no space left.
 */
bool observe_print(FILE *to, struct contexts *contexts);

#endif /* MDRV_OBSERVE_H */
