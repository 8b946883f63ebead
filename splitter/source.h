/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The front end. kbuild.c finds the module and the exact flags, source.c is the
 * border to libclang, bitcode.c the border to LLVM-C; no other file includes
 * their headers.
 */
#ifndef MDRV_SOURCE_H
#define MDRV_SOURCE_H

#include "knowledge.h"
#include "model.h"

/* Is @kdir a configured kernel build tree? Fills kdir and release, or reports an error. */
bool kbuild_check(struct model *model, const char *kdir);

/* What was asked for on the command line. */
struct kbuild_request {
	const char *driver;	/* DRIVER_DIR: a directory, or a .c file */
	const char *module;	/* its name, or NULL: the only one */
	const char *database;	/* a clang compilation database, for kbuild_open_database() */
	char *const *variables;	/* "NAME=VALUE" for make, NULL at the end, or NULL */
};

/**
 * kbuild_open() - find the module in a driver directory (or single .c file)
 * @model:	as kbuild_check() left it; directory, sources, flags, module are filled
 * @request:	what was named
 *
 * The model's directory is the one named, or one above it that holds all files of
 * the module.
 * Return: true, or false after a located error.
 */
bool kbuild_open(struct model *model, const struct kbuild_request *request);

/*
 * The same without asking Kbuild: the module consists of all files below the directory
 * that the database lists (for that module, if it has several).
 */
bool kbuild_open_database(struct model *model, const struct kbuild_request *request);

/* Parse all sources: functions, records, calls, accesses. False after errors. */
bool source_parse(struct model *model);
/* Order, init and exit, includes: what needs all files. source_parse() calls it. */
void model_finish(struct model *model);

/* Add the accesses that library functions make behind pointers to records. */
void model_raw_uses(struct model *model, const struct knowledge *knowledge);

/*
 * Control-flow graphs (cfg.h) and the traits of functions. The knowledge base says
 * which functions begin and end atomic regions. Compiles to bitcode in child
 * processes; bitcode_start() may be called before source_parse() to overlap them.
 */
struct bitcode;
struct bitcode *bitcode_start(struct model *model);
bool bitcode_analyse(struct bitcode *bitcode, struct model *model,
		     const struct knowledge *knowledge);

#endif /* MDRV_SOURCE_H */
