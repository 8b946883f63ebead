/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a survey goes through, a process each, and what is done to it. The survey proper
 * analyses modules (survey_find.c, survey_record.c); who brings a struct survey_work of
 * its own has shards, limits, progress and resumption for something else.
 */
#ifndef MDRV_WORK_H
#define MDRV_WORK_H

#include <json.h>

#include "survey.h"

/* A file that a module is compiled from. */
struct module_file {
	char *path;		/* absolute */
	GPtrArray *flags;	/* char *: GCC's, real paths */
};

struct module {
	char *path;		/* identity: "drivers/net/ethernet/realtek/r8169" */
	char *directory;	/* absolute; all its files lie in it or below */
	GPtrArray *files;	/* struct module_file * */
	char *skip;		/* why it is not for us to analyse, or NULL */
	char *failure;		/* why it cannot be analysed, or NULL */
};

enum outcome { OUTCOME_OK, OUTCOME_FAILED, OUTCOME_SKIPPED, OUTCOME_TIMEOUT };

struct cost {
	double seconds;		/* on the clock */
	double cpu;		/* of all processes */
	long peak_kb;		/* resident memory of the largest process */
};

struct result {
	enum outcome outcome;
	char *reason;		/* unless ok */
	struct json_object *report; /* ok: what the analysis printed */
	struct cost cost;
	struct cost baseline;	/* of clang's syntax check; no seconds: not taken */
	bool no_space;		/* this machine's disk is full: the module is not to blame */
};

struct survey_work {
	const char *command;	/* of mdrv, for a directory, given --database and --format json */
	/* All of them by path, sorted; NULL after an error was reported. */
	GPtrArray *(*find)(const struct survey_options *options);
	/* What is kept about one, a line of JSON with "path" and "status"; g_free(). */
	char *(*line)(const struct module *module, const struct result *result);
};

void module_free(gpointer module);
struct module_file *module_file_new(const char *path, GPtrArray *flags);
void module_file_free(gpointer file);

const char *outcome_name(enum outcome outcome);
const char *json_text(struct json_object *object, const char *key);

#endif /* MDRV_WORK_H */
