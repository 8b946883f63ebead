/* SPDX-License-Identifier: GPL-2.0-or-later */
/* mdrv explain: the chain of reasons of one function. */
#ifndef MDRV_EXPLAIN_H
#define MDRV_EXPLAIN_H

#include <stdio.h>

#include "plan.h"

/* False after an error: no such function (the nearest name is suggested). */
bool explain_function(FILE *to, const struct partition *partition, const char *name);

/* The chain behind the first reason of a decision, as notes after a diagnostic. */
void explain_notes(const struct partition *partition, const struct decision *decision);

#endif /* MDRV_EXPLAIN_H */
