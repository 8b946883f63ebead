/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A survey analyses every module that Kbuild builds in a tree, each in a process
 * of its own, and writes a line of JSON about each (README.md, "Survey").
 */
#ifndef MDRV_SURVEY_H
#define MDRV_SURVEY_H

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <glib.h>

struct survey_work;

struct survey_options {
	GPtrArray *trees;	/* char *: directories */
	const char *kdir;
	const char *annotations;
	const char *kernel_version; /* NULL: that of @kdir */
	char *const *variables;	/* "NAME=VALUE" for make, or NULL */
	const char *output;	/* results.jsonl */
	unsigned int jobs;	/* modules analysed at once */
	unsigned int shard;	/* of @shards, from 1 */
	unsigned int shards;
	unsigned int sample;	/* only so many, drawn at random; 0: all */
	unsigned int seed;	/* of the drawing */
	unsigned int timeout;	/* seconds per module */
	unsigned int memory;	/* megabytes of address space per process */
	bool resume;		/* go on with @output, leave out what it has */
	bool retry;		/* with @resume: but not what failed */
	bool baseline;		/* time clang's syntax check of the same files as well */
	bool blockers;		/* ask each analysis what would move most */
	bool no_learnt;		/* without learnt facts */
	bool strict;		/* no guarded operations */
	bool no_sections;	/* functions whole */
	const struct survey_work *work; /* NULL: modules are analysed; work.h */
	void *subject;		/* of @work */
	const volatile sig_atomic_t *interrupted;
};

/* False when it could not go on; modules that fail do not count. */
bool survey_run(const struct survey_options *options);

/* "text or html", and whether a format is one of them. */
extern const char survey_formats[];
bool survey_format_known(const char *format);

/**
 * survey_summary() - tell what surveys have found
 * @files:	one or several results
 * @format:	"text" for a table by subsystem, "html" for a page
 * @path:	file to write, or NULL for standard output; a page leads to the reports of
 *		modules that lie beside it
 *
 * Return: false after an error; then there is no new file, and no half of one.
 */
bool survey_summary(GPtrArray *files, const char *format, const char *path);

#endif /* MDRV_SURVEY_H */
