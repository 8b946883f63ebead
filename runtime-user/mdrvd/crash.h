/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a daemon died of, as far as its supervisor can tell. */
#ifndef _MDRVD_CRASH_H
#define _MDRVD_CRASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

/**
 * struct crash - the end of one daemon
 * @number:	of this supervisor's
 * @when:	it was noticed
 * @pid:	of the daemon
 * @serving:	it was no standby
 * @status:	as wait(2) tells
 * @error:	why the kernel ended its session before (negative errno), or 0
 * @lived_ms:	since it was started
 * @upcalls:	that it began
 * @inside:	it was in @upcall; otherwise that was its last
 * @upcall:	name, or empty
 */
struct crash {
	unsigned int number;
	time_t when;
	pid_t pid;
	bool serving;
	int status;
	int error;
	int64_t lived_ms;
	uint64_t upcalls;
	bool inside;
	char upcall[64];
};

/* Fill @upcall, @upcalls, @inside from what it left in @last_fd (struct mdrv_last). */
void crash_recall(struct crash *c, int last_fd);

/* "signal 11 (Segmentation fault), core dumped" and the like. */
void crash_how(const struct crash *c, char *buf, size_t size);

/* "in NAME()", "after NAME()". */
void crash_where(const struct crash *c, char *buf, size_t size);

/* Append a line to the file at @path, which does not grow for ever. */
void crash_append(const struct crash *c, const char *driver, const char *path);

#endif /* _MDRVD_CRASH_H */
