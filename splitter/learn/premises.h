/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Proofs that reach over files: a call is made in process context if the function that it
 * stands in is only called so, which other files have to show.
 */
#ifndef MDRV_PREMISES_H
#define MDRV_PREMISES_H

#include "notes.h"

/*
 * Settles all lessons whose context depends on others: process, if what they need is, in
 * the end without conditions; otherwise unknown. @lessons: key -> struct lesson *.
 */
void premises_settle(GHashTable *lessons);

/*
 * Names of functions that no lesson is about, and that would help to settle one which
 * may still turn out well: char *, each once. Before premises_settle().
 */
GPtrArray *premises_open(GHashTable *lessons);

#endif /* MDRV_PREMISES_H */
