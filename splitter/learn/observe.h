/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What one file of the kernel does with function pointers in records of headers. */
#ifndef MDRV_OBSERVE_H
#define MDRV_OBSERVE_H

#include <stdio.h>

#include "context.h"

/*
 * As JSON: "uses", each with "slot", "line", "context" (process, atomic, unknown), "why"
 * and perhaps "pinned"; "seen": of each member's name the lines where it was understood.
 * False: no space left.
 */
bool observe_print(FILE *to, struct contexts *contexts);

#endif /* MDRV_OBSERVE_H */
