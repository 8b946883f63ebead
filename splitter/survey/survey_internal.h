/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of a survey share. */
#ifndef MDRV_SURVEY_INTERNAL_H
#define MDRV_SURVEY_INTERNAL_H

#include <sys/types.h>

#include "work.h"

enum { SURVEY_VERSION = 1 };

/* Every module of the trees by path, sorted; NULL after an error was reported. */
GPtrArray *survey_find(const struct survey_options *options);

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

/* The line about an analysed module, without the newline; free with g_free(). */
char *record_line(const struct module *module, const struct result *result);

#endif /* MDRV_SURVEY_INTERNAL_H */
