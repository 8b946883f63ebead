/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The border to libclang: no file but source*.c includes its headers. */
#ifndef MDRV_SOURCE_H
#define MDRV_SOURCE_H

#include "knowledge.h"
#include "model.h"

/* Parse all sources: functions, records, calls, accesses. False after errors. */
bool source_parse(struct model *model);
/* Order, init and exit, includes: what needs all files. source_parse() calls it. */
void model_finish(struct model *model);

/* Add the accesses that library functions make behind pointers to records. */
void model_raw_uses(struct model *model, const struct knowledge *knowledge);

/*
 * Forget what was read, and have the sources of @texts (struct source * -> char *) read with
 * another text from now on, all others with their own; until source_rewrite_end().
 */
bool source_rewrite(struct model *model, GHashTable *texts);
void source_rewrite_end(struct model *model);

#endif /* MDRV_SOURCE_H */
