/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the driver's code may do in its process: see confine.c. */
#ifndef _MDRVD_CONFINE_H
#define _MDRVD_CONFINE_H

#include <stdbool.h>
#include <sys/types.h>

struct identity {
	uid_t uid;
	gid_t gid;
};

/**
 * identity_of() - who the daemon is to become
 * @name:	a user's name or number, "UID:GID", or NULL for the default
 * @who:	out
 * Return: false if there is no such user.
 */
bool identity_of(const char *name, struct identity *who);

/* Before privilege is gone: it stays in memory, and is not the first that memory is taken from. */
void hold_memory(void);

/* When all code is loaded, and before the last confine(): it is read in, and stays. */
void hold_code(void);

/**
 * drop_privilege() - become @who, without capabilities, for good
 * @who:	NULL: stay who we are
 * Return: 0 or MDRV_EXIT_INPUT after a message.
 */
int drop_privilege(const struct identity *who);

/* Before and after drop_privilege(): let the kernel write a core file, however large. */
void allow_core(void);

/**
 * confine() - leave only the system calls that serving takes, and no file to be opened
 * @loading:	but what loading a shared object takes; call again when that is done
 * Return: 0 or MDRV_EXIT_INPUT after a message.
 */
int confine(bool loading);

#endif /* _MDRVD_CONFINE_H */
