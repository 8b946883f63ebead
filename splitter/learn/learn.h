/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Contexts of operations and functions, learnt from all calls of them in the kernel's
 * source. A survey over the files that may call one notes what each does (observe.h); from
 * the notes comes a file of facts for each header.
 */
#ifndef MDRV_LEARN_H
#define MDRV_LEARN_H

#include "knowledge.h"
#include "survey.h"

struct learn_options {
	const char *source;	/* top of the kernel's source */
	GPtrArray *headers;	/* char *: "include/linux/hwmon.h", whose records to learn about */
	bool functions;		/* about those that the headers declare as well */
	const char *directory;	/* where the facts go; the notes go to DIRECTORY.jsonl */
	const char *release;	/* of the kernel tree: facts hold for X.Y */
};

/* False after an error was reported, or if there was not everything to conclude from. */
bool learn_run(const struct learn_options *options, struct survey_options *survey);

/* Hold learnt facts against those that people wrote, and print where they differ. */
bool learn_check(FILE *to, const struct knowledge *knowledge);

#endif /* MDRV_LEARN_H */
