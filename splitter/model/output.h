/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A file that is written whole or not at all: under a temporary name beside it,
 * renamed when all of it is on its way to the disk.
 */
#ifndef MDRV_OUTPUT_H
#define MDRV_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

struct output {
	FILE *file;		/* where to print */
	const char *path;	/* NULL: standard output */
	char *temporary;	/* NULL: @path is no regular file, and written directly */
};

/* @path: NULL or "-" for standard output. False after an error. */
bool output_open(struct output *output, const char *path);

/**
 * output_close() - put the file in its place, or take it away
 * @output:	what output_open() opened
 * @ok:		false: what was printed is worth nothing
 *
 * Return: @ok, or false after an error was reported; then there is no new file and
 * the old one, if any, is as it was.
 */
bool output_close(struct output *output, bool ok);

#endif /* MDRV_OUTPUT_H */
