/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a daemon does with libmdrv: load a user half, attach it, serve it. */
#ifndef _LIBMDRV_DAEMON_H
#define _LIBMDRV_DAEMON_H

#include <mdrv/user.h>

/* Exit statuses of a daemon. */
enum {
	MDRV_EXIT_OK,		/* asked to go, or the driver went away */
	MDRV_EXIT_INPUT,	/* user half, kernel half or system not as needed */
	MDRV_EXIT_USAGE,
	MDRV_EXIT_LOST,		/* the kernel ended the session */
	MDRV_EXIT_FAULT,	/* the user half did what it must not */
};

/**
 * mdrv_log_to() - where messages go
 * @name:	of the program, and of the driver once known
 * @syslog:	to syslog instead of standard error
 * @verbose:	every crossing, too
 */
void mdrv_log_to(const char *name, int syslog, int verbose);

/**
 * mdrv_half_open() - load a user half
 * @path:	shared object
 * Return: its plan, or NULL after a message that names the file and the reason.
 */
const struct mdrv_plan *mdrv_half_open(const char *path);

/**
 * mdrv_attach() - open a session for a plan
 * @plan:	its tables
 * @path:	the file they are from, for messages
 * Return: 0, or MDRV_EXIT_INPUT after a message.
 */
int mdrv_attach(const struct mdrv_plan *plan, const char *path);

/**
 * mdrv_run() - serve the session
 *
 * Starts the first worker and waits for signals in the calling thread, which
 * must have blocked them before any other thread existed. Does not return.
 */
void mdrv_run(void) __attribute__((noreturn));

#endif /* _LIBMDRV_DAEMON_H */
