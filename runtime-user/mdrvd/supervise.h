/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keeping a driver served: see supervise.c. */
#ifndef _MDRVD_SUPERVISE_H
#define _MDRVD_SUPERVISE_H

#include <stdbool.h>

#define WORKER_ENV	"MDRVD_WORKER"

/**
 * struct supervision - what is to be kept running
 * @driver:	its name
 * @half:	the user half, an absolute path
 * @half_fd:	the same, open; what is started later loads what was there now
 * @options:	for the daemons, ended by NULL
 * @state_dir:	for the status and the crash reports
 * @restarts:	budget, and @quiet_s after which one is given back
 * @ready:	called once, when the first daemon serves
 */
struct supervision {
	const char *driver;
	const char *half;
	int half_fd;
	const char *const *options;
	const char *state_dir;
	unsigned int restarts;
	unsigned int quiet_s;
	void (*ready)(void *arg);
	void *arg;
};

/* Return: exit status. SIGTERM, SIGINT and SIGCHLD are blocked. */
int supervise(const struct supervision *what);

/**
 * struct worker_role - what a supervisor has told the daemon that it started
 * @half_fd:	the user half
 * @last_fd:	for struct mdrv_last
 * @standby:	it may have to wait for its turn
 */
struct worker_role {
	bool supervised;
	int half_fd;
	int last_fd;
	bool standby;
};

/* Forgets it, so that nobody else finds it in the environment. */
bool worker_role(struct worker_role *role);

#endif /* _MDRVD_SUPERVISE_H */
