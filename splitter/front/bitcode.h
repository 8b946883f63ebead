/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The border to LLVM-C: no file but bitcode*.c includes its headers. */
#ifndef MDRV_BITCODE_H
#define MDRV_BITCODE_H

#include "knowledge.h"
#include "model.h"

/*
 * Control-flow graphs (cfg.h) and the traits of functions. The knowledge base says
 * which functions begin and end atomic regions. Compiles to bitcode in child
 * processes; bitcode_start() may be called before source_parse() to overlap them.
 */
struct bitcode;
struct bitcode *bitcode_start(struct model *model);
bool bitcode_analyse(struct bitcode *bitcode, struct model *model,
		     const struct knowledge *knowledge);

#endif /* MDRV_BITCODE_H */
