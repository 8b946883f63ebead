/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of a survey share. */
#ifndef MDRV_SURVEY_INTERNAL_H
#define MDRV_SURVEY_INTERNAL_H

#include <sys/types.h>

#include <json.h>

#include "survey.h"

enum { SURVEY_VERSION = 1 };

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

/* Every module of the trees by path, sorted; NULL after an error was reported. */
GPtrArray *survey_find(const struct survey_options *options);

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

void result_clear(struct result *result);

/* A module in work. */
struct job;

/* NULL after an error was reported. */
struct job *job_start(const struct survey_options *options, const struct module *module);
const struct module *job_module(const struct job *job);
int job_fd(const struct job *job);	/* readable when the job wants job_step() */
gint64 job_deadline(const struct job *job); /* monotonic; job_step() is due then, too */
/* True when the job has ended; then @result is filled. */
bool job_step(struct job *job, struct result *result);
/* Ends what runs, removes its files. */
void job_free(struct job *job);

/* The line about a module, without the newline; free with g_free(). */
char *record_line(const struct module *module, const struct result *result);
const char *outcome_name(enum outcome outcome);
const char *json_text(struct json_object *object, const char *key);

#endif /* MDRV_SURVEY_INTERNAL_H */
