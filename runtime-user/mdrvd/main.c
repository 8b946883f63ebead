// SPDX-License-Identifier: GPL-2.0-or-later
/* mdrvd: runs the user half of one driver. */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <linux/capability.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "daemon.h"

#ifndef MDRV_VERSION
#define MDRV_VERSION "0"
#endif

static void usage(FILE *to)
{
	fputs("Usage: mdrvd [OPTION]... USERHALF.so\n"
	      "Attach the user half of a driver to its kernel half and serve it.\n"
	      "\n"
	      "  -f, --foreground  stay in the foreground, log to standard error\n"
	      "  -v, --verbose     log every crossing\n"
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

static void settle(int report, int verbose)
{
	unsigned char status = MDRV_EXIT_OK;
	int null = open("/dev/null", O_RDWR);

	mdrv_log_to("mdrvd", 1, verbose);
	for (int fd = 0; null >= 0 && fd <= STDERR_FILENO; fd++)
		dup2(null, fd);
	if (null > STDERR_FILENO)
		close(null);
	if (chdir("/") || write(report, &status, 1) != 1)
		_exit(MDRV_EXIT_INPUT);
	close(report);
}

/*
 * Attaching took privilege, serving takes none: the kernel knows the socket. The
 * driver's code gets to run with as little as possible.
 */
static int drop_privilege(void)
{
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = { 0 };

	if (syscall(SYS_capset, &header, none) || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) {
		fprintf(stderr, "mdrvd: error: cannot drop privilege: %s\n", strerror(errno));
		return MDRV_EXIT_INPUT;
	}
	return 0;
}

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "foreground", no_argument, NULL, 'f' },
		{ "verbose", no_argument, NULL, 'v' },
		{ "version", no_argument, NULL, 'V' },
		{ "help", no_argument, NULL, 'h' },
		{ 0 },
	};
	const struct mdrv_plan *plan;
	int foreground = 0;
	int report = -1;
	int verbose = 0;
	int status;
	int opt;

	while ((opt = getopt_long(argc, argv, "fvh", options, NULL)) != -1) {
		switch (opt) {
		case 'f':
			foreground = 1;
			break;
		case 'v':
			verbose = 1;
			break;
		case 'V':
			puts("mdrvd " MDRV_VERSION);
			return MDRV_EXIT_OK;
		case 'h':
			usage(stdout);
			return MDRV_EXIT_OK;
		default:
			usage(stderr);
			return MDRV_EXIT_USAGE;
		}
	}
	if (optind != argc - 1) {
		fprintf(stderr, "mdrvd: %s\n", optind == argc ? "no user half given" :
			"one user half per daemon");
		usage(stderr);
		return MDRV_EXIT_USAGE;
	}

	/* Errors up to the attach go to whoever started us. */
	mdrv_log_to("mdrvd", 0, verbose);
	block_signals();
	plan = mdrv_half_open(argv[optind]);
	if (!plan)
		return MDRV_EXIT_INPUT;
	if (!foreground)
		report = background();
	status = mdrv_attach(plan, argv[optind]);
	if (!status)
		status = drop_privilege();
	if (status)
		return status;
	if (!foreground)
		settle(report, verbose);
	mdrv_run();
}
