// SPDX-License-Identifier: GPL-2.0-or-later
/* mdrvd: runs the user half of one driver. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>
#include "confine.h"
#include "daemon.h"
#include "notify.h"
#include "options.h"
#include "resolve.h"
#include "status.h"
#include "supervise.h"

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
	if (report < 0)
		return;
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

	if (o->confined && (drop_privilege(o->become ? &o->who : NULL) || confine(true)))
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

static int open_half(struct half *half, const char *path, const struct worker_role *role)
{
	half->path = path;
	half->fd = role->half_fd;
	if (role->supervised)
		return 0;
	half->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (half->fd >= 0)
		return 0;
	fprintf(stderr, "mdrvd: error: %s: %s\n", path, strerror(errno));
	return MDRV_EXIT_INPUT;
}

/* With the supervisor goes the daemon: another would find the driver taken. */
static void follow(const struct options *o)
{
	if (o->role.supervised && prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0))
		mdrv_log(LOG_WARNING, "prctl: %s", strerror(errno));
}

/* Where it may read what we did last. */
static void leave_traces(const struct worker_role *role)
{
	struct mdrv_last *last;

	if (!role->supervised)
		return;
	last = mmap(NULL, sizeof(*last), PROT_READ | PROT_WRITE, MAP_SHARED, role->last_fd, 0);
	if (last != MAP_FAILED)
		mdrv_last_in(last);
	close(role->last_fd);
}

/* The user half, loaded by who it is to run as; NULL after a message. */
static const struct mdrv_plan *load(const struct half *half, const struct options *o)
{
	const struct mdrv_plan *plan;

	hold_memory();
	if (o->core)
		allow_core();
	if (drop_privilege(o->become ? &o->who : NULL))
		return NULL;
	if (o->core)
		allow_core();
	follow(o);
	if (confine(true))
		return NULL;
	plan = mdrv_half_open(half->path, half->fd, false);
	if (plan && (strcmp(plan->name, half->name) || strcmp(plan->hash, half->hash))) {
		fprintf(stderr, "mdrvd: error: %s: changed while it was loaded\n", half->path);
		return NULL;
	}
	hold_code();
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

/* While a socket can be had and the time zone read. */
static int prepare_syslog(void)
{
	tzset();
	openlog("mdrvd", LOG_PID | LOG_NDELAY, LOG_DAEMON);
	return chdir("/");
}

static void serve(const struct options *o, const char *path)
{
	const struct mdrv_plan *plan = NULL;
	struct half half = { 0 };
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	int report = -1;

	/* Errors up to the attach go to whoever started us. */
	if (open_half(&half, path, &o->role))
		return;
	if (!o->confined)
		plan = load_unconfined(&half);
	if (o->confined ? ask(&half, o) != 0 : !plan)
		return;
	if (!o->foreground && !o->role.supervised)
		report = background();
	if (mdrv_attach(half.name, half.hash, path, o->role.standby))
		return;
	notify_open();
	if (!o->foreground && prepare_syslog())
		return;
	leave_traces(&o->role);
	if (!plan)
		plan = load(&half, o);
	else if (drop_privilege(NULL))
		return;
	else
		follow(o);
	if (!plan)
		return;
	if (!o->foreground) {
		mdrv_log_to("mdrvd", 1, o->verbose);
		settle(report, null);
	}
	notify("READY=1");
	if (o->confined && confine(false))
		return;
	mdrv_run(plan);
}

/* The first daemon serves: whoever started us may go on. */
struct starter {
	const struct options *o;
	int report;
	int null;
};

static void ready(void *arg)
{
	const struct starter *starter = arg;

	if (!starter->o->foreground) {
		mdrv_log_to("mdrvd", 1, starter->o->verbose);
		settle(starter->report, starter->null);
	}
	notify("READY=1");
}

/* What each daemon is told again, as options. */
static void hand_on(const struct options *o, const char **options)
{
	if (o->foreground)
		*options++ = "--foreground";
	if (o->verbose)
		*options++ = "--verbose";
	if (o->core)
		*options++ = "--core";
	if (!o->confined)
		*options++ = "--unconfined";
	if (o->user) {
		*options++ = "--user";
		*options++ = o->user;
	}
	*options = NULL;
}

static int oversee(const struct options *o, const char *path)
{
	struct starter starter = { o, -1, open("/dev/null", O_RDWR | O_CLOEXEC) };
	const char *options[8];
	char *full = realpath(path, NULL);
	struct half half = { 0 };
	struct supervision what;
	sigset_t child;

	if (open_half(&half, full ? full : path, &o->role) || ask(&half, o))
		return MDRV_EXIT_INPUT;
	if (!o->foreground) {
		starter.report = background();
		if (prepare_syslog())
			return MDRV_EXIT_INPUT;
	}
	notify_open();
	hold_memory();
	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	sigprocmask(SIG_BLOCK, &child, NULL);
	hand_on(o, options);
	what = (struct supervision){
		.driver = half.name, .half = half.path, .half_fd = half.fd, .options = options,
		.state_dir = o->state_dir, .restarts = o->restarts, .quiet_s = o->quiet_s,
		.ready = ready, .arg = &starter,
	};
	return supervise(&what);
}

int main(int argc, char **argv)
{
	struct options o;
	int status = options_parse(&o, argc, argv);
	const char *path;

	if (status)
		return status;
	if (o.status)
		return status_print(o.state_dir, argv[optind], o.json);
	path = resolve(argv[optind]);
	if (!path)
		return MDRV_EXIT_INPUT;
	if (!identity_of(o.user, &o.who)) {
		fprintf(stderr, "mdrvd: error: --user %s: no such user; give a name, a number or "
			"UID:GID\n", o.user);
		return MDRV_EXIT_USAGE;
	}
	/* Who is no superuser has been made what it is to be by who started it. */
	o.become = o.user || !geteuid();
	mdrv_log_to("mdrvd", 0, o.verbose);
	if (!worker_role(&o.role))
		return MDRV_EXIT_USAGE;
	block_signals();
	if (o.supervise)
		return oversee(&o, path);
	serve(&o, path);
	return MDRV_EXIT_INPUT;
}
