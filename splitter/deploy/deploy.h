/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Both halves of a split into a system that boots with them, and out of it again. */
#ifndef MDRV_DEPLOY_H
#define MDRV_DEPLOY_H

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

struct deploy {
	const char *root;	/* of the system; NULL: this one */
	const char *release;	/* of the kernel; NULL: see each function */
	bool without_signature;	/* even though there is a key */
	const volatile sig_atomic_t *interrupted;	/* becomes true: all back, and away */
};

/* What @out holds, for @release or else the running kernel's, in another root its own. */
bool deploy_install(const struct deploy *deploy, const char *out);
/* @driver, of @release or else all. */
bool deploy_remove(const struct deploy *deploy, const char *driver);
/* A line for each driver and release. */
bool deploy_status(const struct deploy *deploy, FILE *to);

#endif /* MDRV_DEPLOY_H */
