/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A supervisor's state, in a file, and those who read it. */
#ifndef _MDRVD_STATUS_H
#define _MDRVD_STATUS_H

#include <stdbool.h>
#include "crash.h"

#define STATE_DIR	"/run/mdrvd"

struct status {
	const char *driver;
	const char *half;
	const char *state;	/* starting, serving, down, failed, stopped */
	pid_t serving;
	unsigned int session;
	pid_t standby;
	unsigned int restarts;
	unsigned int left;
	unsigned int most;
	struct crash crash;	/* the last one; its number is how many there were */
};

/* Return: the file, locked, or -1 after a message: another supervisor has it. */
int status_open(const char *dir, const char *driver);

void status_write(int fd, const struct status *s);

/**
 * status_print() - all drivers, or one
 * @dir:	where supervisors keep their state
 * @driver:	NULL: all that are known there or to the kernel half
 * Return: exit status: 0 if all have a session, 3 if one has not, 1 if there is none.
 */
int status_print(const char *dir, const char *driver, bool json);

#endif /* _MDRVD_STATUS_H */
