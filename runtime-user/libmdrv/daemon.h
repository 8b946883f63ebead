/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a daemon does with libmdrv: load a user half, attach it, serve it. */
#ifndef _LIBMDRV_DAEMON_H
#define _LIBMDRV_DAEMON_H

#include <stdatomic.h>
#include <stdbool.h>
#include <mdrv/user.h>

/* Exit statuses of a daemon. */
enum {
	MDRV_EXIT_OK,		/* asked to go, or the driver went away */
	MDRV_EXIT_INPUT,	/* user half, kernel half or system not as needed */
	MDRV_EXIT_USAGE,
	MDRV_EXIT_LOST,		/* the kernel ended the session */
	MDRV_EXIT_FAULT,	/* the user half did what it must not */
	MDRV_EXIT_GIVEN_UP,	/* supervisor: it has died too often */
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

#define MDRV_LAST_NAMES	512
#define MDRV_LAST_NAME	64

/**
 * struct mdrv_last - what a daemon leaves for whoever asks what it died of
 * @upcall:	number of the upcall it was in, plus 1; 0: none
 * @last:	the same of the one begun last
 * @count:	upcalls begun
 * @name:	of the upcalls, by number
 *
 * Shared memory, written by the process that runs the driver's code: believe none of it.
 */
struct mdrv_last {
	_Atomic __u32 upcall;
	_Atomic __u32 last;
	_Atomic __u64 count;
	char name[MDRV_LAST_NAMES][MDRV_LAST_NAME];
};

/* Where to leave it; before mdrv_run(). */
void mdrv_last_in(struct mdrv_last *last);

/**
 * mdrv_attach() - open a session
 * @name:	the driver
 * @hash:	interface hash of its user half
 * @path:	the file they are from, for messages
 * @standby:	if there is a session, be the next
 * Return: 0, or MDRV_EXIT_INPUT after a message.
 */
int mdrv_attach(const char *name, const char *hash, const char *path, bool standby);

/* Have the kernel tell the world that @name gets no more daemons. Return: negative errno. */
int mdrv_tell_failed(const char *name);

/**
 * mdrv_run() - serve the session
 * @plan:	the tables of the user half that it was opened for
 *
 * Starts the first worker and waits for signals in the calling thread, which
 * must have blocked them before any other thread existed. Does not return.
 */
void mdrv_run(const struct mdrv_plan *plan) __attribute__((noreturn));

#endif /* _LIBMDRV_DAEMON_H */
