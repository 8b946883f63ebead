// SPDX-License-Identifier: GPL-2.0-or-later
/* The command line of mdrvd. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include "budget.h"
#include "daemon.h"
#include "options.h"
#include "status.h"

#ifndef MDRV_VERSION
#define MDRV_VERSION "0"
#endif

#define RESTARTS	5
#define QUIET_S		60

static void usage(FILE *to)
{
	fputs("Usage: mdrvd [OPTION]... USERHALF.so|DRIVER\n"
	      "       mdrvd --supervise [OPTION]... USERHALF.so|DRIVER\n"
	      "       mdrvd --status [--json] [DRIVER]\n"
	      "Attach the user half of a driver to its kernel half and serve it: a file, or that\n"
	      "of DRIVER which mdrv install has put there for the running kernel.\n"
	      "\n"
	      "  -s, --supervise   start it again whenever it dies; keep a standby for that\n"
	      "      --restarts N[/SECONDS]\n"
	      "                    as often as this (5), one more for each quiet time (60)\n"
	      "      --state DIR   where status and crash reports are kept (" STATE_DIR ")\n"
	      "      --core        let it leave a core file; its user may then trace it\n"
	      "      --status      print sessions, restarts, the last crash\n"
	      "      --json        the same for programs\n"
	      "  -f, --foreground  stay in the foreground, log to standard error\n"
	      "  -v, --verbose     log every crossing\n"
	      "  -u, --user USER   name, number or UID:GID to run as (mdrv, or else nobody)\n"
	      "      --unconfined  keep the user and all system calls: for debuggers, coverage\n"
	      "      --version     print the version and exit\n"
	      "  -h, --help        print this and exit\n"
	      "\n"
	      "Without -f it goes to the background once attached, and logs to syslog.\n"
	      "Exit status: 0 asked to stop or driver unloaded, 1 user half, kernel half or\n"
	      "privilege missing, 2 usage, 3 session lost, 4 fault of the user half, 5 died more\n"
	      "often than --restarts allows. Of --status: 0 all served, 3 not all, 1 none known.\n",
	      to);
}

static int restarts(struct options *o, const char *text)
{
	if (budget_parse(text, &o->restarts, &o->quiet_s))
		return 0;
	fprintf(stderr, "mdrvd: error: --restarts %s: expected a number, or number/seconds\n",
		text);
	return MDRV_EXIT_USAGE;
}

static int apply(struct options *o, int opt)
{
	switch (opt) {
	case 'f':
		o->foreground = true;
		return 0;
	case 'v':
		o->verbose = true;
		return 0;
	case 'u':
		o->user = optarg;
		return 0;
	case 'U':
		o->confined = false;
		return 0;
	case 's':
		o->supervise = true;
		return 0;
	case 'R':
		return restarts(o, optarg);
	case 'D':
		o->state_dir = optarg;
		return 0;
	case 'C':
		o->core = true;
		return 0;
	case 'S':
		o->status = true;
		return 0;
	case 'J':
		o->json = true;
		return 0;
	case 'V':
		puts("mdrvd " MDRV_VERSION);
		exit(MDRV_EXIT_OK);
	case 'h':
		usage(stdout);
		exit(MDRV_EXIT_OK);
	}
	usage(stderr);
	return MDRV_EXIT_USAGE;
}

static int check_rest(const struct options *o, int rest)
{
	if (rest == 1 || (o->status && !rest))
		return 0;
	fprintf(stderr, "mdrvd: %s\n", o->status ? "--status takes one driver, or none" :
		!rest ? "no user half given" : "one user half per daemon");
	usage(stderr);
	return MDRV_EXIT_USAGE;
}

int options_parse(struct options *o, int argc, char **argv)
{
	static const struct option options[] = {
		{ "foreground", no_argument, NULL, 'f' },
		{ "verbose", no_argument, NULL, 'v' },
		{ "user", required_argument, NULL, 'u' },
		{ "unconfined", no_argument, NULL, 'U' },
		{ "supervise", no_argument, NULL, 's' },
		{ "restarts", required_argument, NULL, 'R' },
		{ "state", required_argument, NULL, 'D' },
		{ "core", no_argument, NULL, 'C' },
		{ "status", no_argument, NULL, 'S' },
		{ "json", no_argument, NULL, 'J' },
		{ "version", no_argument, NULL, 'V' },
		{ "help", no_argument, NULL, 'h' },
		{ 0 },
	};
	int opt, rc = 0;

	*o = (struct options){
		.confined = true, .restarts = RESTARTS, .quiet_s = QUIET_S, .state_dir = STATE_DIR,
	};
	while (!rc && (opt = getopt_long(argc, argv, "fvu:sh", options, NULL)) != -1)
		rc = apply(o, opt);
	return rc ? rc : check_rest(o, argc - optind);
}
