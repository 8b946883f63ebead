// SPDX-License-Identifier: GPL-2.0-or-later
/* mdrvd: runs the user half of one driver. */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>
#include "confine.h"
#include "daemon.h"

#ifndef MDRV_VERSION
#define MDRV_VERSION "0"
#endif

struct options {
	const char *user;
	struct identity who;
	bool become;			/* @who */
	bool confined;
	bool foreground;
	bool verbose;
};

static void usage(FILE *to)
{
	fputs("Usage: mdrvd [OPTION]... USERHALF.so\n"
	      "Attach the user half of a driver to its kernel half and serve it.\n"
	      "\n"
	      "  -f, --foreground  stay in the foreground, log to standard error\n"
	      "  -v, --verbose     log every crossing\n"
	      "  -u, --user USER   name, number or UID:GID to run as (mdrv, or else nobody)\n"
	      "      --unconfined  keep the user and all system calls: for debuggers, coverage\n"
	      "      --version     print the version and exit\n"
	      "  -h, --help        print this and exit\n"
	      "\n"
	      "Without -f it goes to the background once attached, and logs to syslog.\n"
	      "Exit status: 0 asked to stop or driver unloaded, 1 user half, kernel half or\n"
	      "privilege missing, 2 usage, 3 session lost, 4 fault of the user half.\n", to);
}

/* Before any thread exists, so that all inherit it; mdrv_run() waits for them. */
static void block_signals(void)
{
	sigset_t signals;

	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	sigprocmask(SIG_BLOCK, &signals, NULL);
	signal(SIGPIPE, SIG_IGN);
}

/*
 * The kernel knows the session by the process that attached, so the fork comes
 * before; who started us waits for the outcome. Return: where to report it.
 */
static int background(void)
{
	unsigned char status = MDRV_EXIT_INPUT;
	int fds[2];
	pid_t pid;

	if (pipe(fds) || (pid = fork()) < 0) {
		fprintf(stderr, "mdrvd: %s\n", strerror(errno));
		_exit(MDRV_EXIT_INPUT);
	}
	if (pid) {
		close(fds[1]);
		if (read(fds[0], &status, 1) != 1)
			status = MDRV_EXIT_INPUT;
		_exit(status);
	}
	close(fds[0]);
	setsid();
	return fds[1];
}

/* The same, once attached: @null takes the place of what we were started with. */
static void settle(int report, int null)
{
	unsigned char status = MDRV_EXIT_OK;

	for (int fd = 0; null >= 0 && fd <= STDERR_FILENO; fd++)
		dup2(null, fd);
	if (write(report, &status, 1) != 1)
		_exit(MDRV_EXIT_INPUT);
	close(report);
}

/* What is known of a user half before it is loaded where it will run. */
struct half {
	const char *path;
	int fd;
	char name[MDRV_NAME_MAX + 1];
	char hash[MDRV_HASH_LEN + 1];
};

static void note(struct half *half, const struct mdrv_plan *plan)
{
	snprintf(half->name, sizeof(half->name), "%s", plan->name);
	snprintf(half->hash, sizeof(half->hash), "%s", plan->hash);
}

static void tell(const struct half *half, const struct options *o, int to)
{
	struct half known = *half;
	const struct mdrv_plan *plan;

	if (drop_privilege(o->become ? &o->who : NULL) || confine(true))
		_exit(MDRV_EXIT_INPUT);
	plan = mdrv_half_open(half->path, half->fd, false);
	if (!plan)
		_exit(MDRV_EXIT_INPUT);
	note(&known, plan);
	_exit(write(to, &known, sizeof(known)) == sizeof(known) ? 0 : MDRV_EXIT_INPUT);
}

/*
 * Attaching takes the driver's name, which the user half knows, and privilege, which code
 * of its must not have: a process without any loads it and says.
 */
static int ask(struct half *half, const struct options *o)
{
	struct half known;
	ssize_t got = -1;
	int fds[2];
	pid_t pid;

	if (pipe(fds) || (pid = fork()) < 0) {
		fprintf(stderr, "mdrvd: %s\n", strerror(errno));
		return MDRV_EXIT_INPUT;
	}
	if (!pid)
		tell(half, o, fds[1]);
	close(fds[1]);
	got = read(fds[0], &known, sizeof(known));
	close(fds[0]);
	while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
		;
	if (got != sizeof(known))
		return MDRV_EXIT_INPUT;
	memcpy(half->name, known.name, sizeof(half->name) - 1);
	memcpy(half->hash, known.hash, sizeof(half->hash) - 1);
	return 0;
}

static int open_half(struct half *half, const char *path)
{
	half->path = path;
	half->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (half->fd >= 0)
		return 0;
	fprintf(stderr, "mdrvd: error: %s: %s\n", path, strerror(errno));
	return MDRV_EXIT_INPUT;
}

/* The user half, loaded by who it is to run as; NULL after a message. */
static const struct mdrv_plan *load(const struct half *half, const struct options *o)
{
	const struct mdrv_plan *plan;

	hold_memory();
	if (drop_privilege(o->become ? &o->who : NULL) || confine(true))
		return NULL;
	plan = mdrv_half_open(half->path, half->fd, false);
	if (plan && (strcmp(plan->name, half->name) || strcmp(plan->hash, half->hash))) {
		fprintf(stderr, "mdrvd: error: %s: changed while it was loaded\n", half->path);
		return NULL;
	}
	return plan;
}

/* Loaded first, as any program loads a library: tools know what to do with that. */
static const struct mdrv_plan *load_unconfined(struct half *half)
{
	const struct mdrv_plan *plan = mdrv_half_open(half->path, half->fd, true);

	if (plan)
		note(half, plan);
	return plan;
}

static void serve(const struct options *o, const char *path)
{
	const struct mdrv_plan *plan = NULL;
	struct half half = { 0 };
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	int report = -1;

	/* Errors up to the attach go to whoever started us. */
	if (open_half(&half, path))
		return;
	if (!o->confined)
		plan = load_unconfined(&half);
	if (o->confined ? ask(&half, o) != 0 : !plan)
		return;
	if (!o->foreground)
		report = background();
	if (mdrv_attach(half.name, half.hash, path))
		return;
	if (!o->foreground) {
		/* While a socket can be had and the time zone read. */
		tzset();
		openlog("mdrvd", LOG_PID | LOG_NDELAY, LOG_DAEMON);
		if (chdir("/"))
			return;
	}
	if (!plan)
		plan = load(&half, o);
	else if (drop_privilege(NULL))
		return;
	if (!plan)
		return;
	if (!o->foreground) {
		mdrv_log_to("mdrvd", 1, o->verbose);
		settle(report, null);
	}
	if (o->confined && confine(false))
		return;
	mdrv_run(plan);
}

static int parse(struct options *o, int argc, char **argv)
{
	static const struct option options[] = {
		{ "foreground", no_argument, NULL, 'f' },
		{ "verbose", no_argument, NULL, 'v' },
		{ "user", required_argument, NULL, 'u' },
		{ "unconfined", no_argument, NULL, 'U' },
		{ "version", no_argument, NULL, 'V' },
		{ "help", no_argument, NULL, 'h' },
		{ 0 },
	};
	int opt;

	while ((opt = getopt_long(argc, argv, "fvu:h", options, NULL)) != -1) {
		switch (opt) {
		case 'f':
			o->foreground = true;
			break;
		case 'v':
			o->verbose = true;
			break;
		case 'u':
			o->user = optarg;
			break;
		case 'U':
			o->confined = false;
			break;
		case 'V':
			puts("mdrvd " MDRV_VERSION);
			exit(MDRV_EXIT_OK);
		case 'h':
			usage(stdout);
			exit(MDRV_EXIT_OK);
		default:
			usage(stderr);
			return MDRV_EXIT_USAGE;
		}
	}
	if (optind == argc - 1)
		return 0;
	fprintf(stderr, "mdrvd: %s\n", optind == argc ? "no user half given" :
		"one user half per daemon");
	usage(stderr);
	return MDRV_EXIT_USAGE;
}

int main(int argc, char **argv)
{
	struct options o = { .confined = true };
	int status = parse(&o, argc, argv);

	if (status)
		return status;
	if (!identity_of(o.user, &o.who)) {
		fprintf(stderr, "mdrvd: error: --user %s: no such user; give a name, a number or "
			"UID:GID\n", o.user);
		return MDRV_EXIT_USAGE;
	}
	/* Who is no superuser has been made what it is to be by who started it. */
	o.become = o.user || !geteuid();
	mdrv_log_to("mdrvd", 0, o.verbose);
	block_signals();
	serve(&o, argv[optind]);
	return MDRV_EXIT_INPUT;
}
