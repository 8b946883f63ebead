/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the kernel half says of sessions (runtime-kernel/event.c). */
#ifndef _MDRVD_EVENT_H
#define _MDRVD_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct event {
	char what[16];
	char driver[64];
	unsigned int session;
	pid_t pid;
	int error;
};

/* Return: a socket that is to be polled, or negative errno. */
int event_open(void);

/* One message of that socket. Return: 1 if it is about a session, 0 if not, negative errno. */
int event_read(int fd, struct event *e);

/* The text of one: lines that end with NUL. */
bool event_parse(const char *text, size_t len, struct event *e);

#endif /* _MDRVD_EVENT_H */
