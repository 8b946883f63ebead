/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a daemon does with libmdrv: load a user half, attach it, serve it. */
#ifndef _LIBMDRV_DAEMON_H
#define _LIBMDRV_DAEMON_H

#include <stdbool.h>
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

/* One message; @priority as for syslog. */
void mdrv_log(int priority, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/**
 * mdrv_half_open() - load a user half
 * @path:	shared object, for messages
 * @fd:		the same, open for reading
 * @by_path:	whether the loader is to know it by its path, or as that open file
 * Return: its plan, or NULL after a message that names the file and the reason.
 */
const struct mdrv_plan *mdrv_half_open(const char *path, int fd, bool by_path);

/**
 * mdrv_attach() - open a session
 * @name:	the driver
 * @hash:	interface hash of its user half
 * @path:	the file they are from, for messages
 * Return: 0, or MDRV_EXIT_INPUT after a message.
 */
int mdrv_attach(const char *name, const char *hash, const char *path);

/**
 * mdrv_run() - serve the session
 * @plan:	the tables of the user half that it was opened for
 *
 * Starts the first worker and waits for signals in the calling thread, which
 * must have blocked them before any other thread existed. Does not return.
 */
void mdrv_run(const struct mdrv_plan *plan) __attribute__((noreturn));

#endif /* _LIBMDRV_DAEMON_H */
