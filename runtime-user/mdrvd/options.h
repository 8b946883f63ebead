/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The command line of mdrvd. */
#ifndef _MDRVD_OPTIONS_H
#define _MDRVD_OPTIONS_H

#include <stdbool.h>
#include "confine.h"
#include "supervise.h"

struct options {
	const char *user;
	struct identity who;
	bool become;			/* @who */
	bool confined;
	bool foreground;
	bool verbose;
	bool core;
	bool supervise;
	bool status;
	bool json;
	unsigned int restarts;
	unsigned int quiet_s;
	const char *state_dir;
	struct worker_role role;	/* if a supervisor has started us */
};

/* Return: 0, or MDRV_EXIT_USAGE after a message; --help and --version do not return. */
int options_parse(struct options *o, int argc, char **argv);

#endif /* _MDRVD_OPTIONS_H */
