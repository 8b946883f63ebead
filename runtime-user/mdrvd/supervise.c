// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The supervisor: a small parent that never runs the driver's code. Of the daemons that
 * it starts one serves and one stands by, ready but for the session. When the session
 * ends the kernel half makes the standby the session, without waiting for us; then
 * we note what happened and start the next standby, if the budget allows.
 *
 * Daemons are executed, not only forked: each has addresses of its own, so that what one
 * gave away does not help against the next.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>
#include <fcntl.h>
#include "budget.h"
#include "crash.h"
#include "daemon.h"
#include "event.h"
#include "notify.h"
#include "status.h"
#include "supervise.h"

#define DAEMONS		8	/* that serve, stand by, or take their time to die */
#define WANTED		2	/* of the first two kinds */
#define GRACE_MS	500	/* from the end of a session to SIGKILL */
#define DUMP_MS		60000	/* the same for one that let go of it: a core file is large */
#define STOP_MS		5000	/* from SIGTERM to SIGKILL */
#define LEFT_MS		1000	/* one has left of its own accord: perhaps the driver goes */
#define NO_STARTS	6	/* times that this is doubled when one cannot start */

struct daemon {
	pid_t pid;			/* 0: free */
	int last_fd;
	int64_t started;
	unsigned int session;
	bool standby;
	bool serving;
	bool served;
	bool ended;			/* its session, because of @error */
	int error;
	int64_t kill_at;		/* 0: never */
};

struct supervisor {
	const struct supervision *what;
	struct daemon daemon[DAEMONS];
	struct budget budget;
	struct status status;
	int status_fd;
	int signal_fd;
	int event_fd;
	int64_t not_before;		/* start no daemon */
	unsigned int no_starts;		/* in a row */
	bool ready;
	bool left;			/* the last that served did so of its own accord */
	bool stopping;
	int failed;			/* exit status of a first daemon that could not start */
};

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * INT64_C(1000) + t.tv_nsec / 1000000;
}

static struct daemon *daemon_of(struct supervisor *s, pid_t pid)
{
	for (int i = 0; i < DAEMONS; i++) {
		if (s->daemon[i].pid == pid)
			return &s->daemon[i];
	}
	return NULL;
}

static unsigned int count(struct supervisor *s, bool with_dying)
{
	unsigned int n = 0;

	for (int i = 0; i < DAEMONS; i++)
		n += s->daemon[i].pid && (with_dying || !s->daemon[i].ended);
	return n;
}

static void show(struct supervisor *s, const char *state)
{
	struct status *st = &s->status;

	st->serving = st->standby = 0;
	st->session = 0;
	for (int i = 0; i < DAEMONS; i++) {
		const struct daemon *d = &s->daemon[i];

		if (d->pid && d->serving && !d->ended) {
			st->serving = d->pid;
			st->session = d->session;
		} else if (d->pid && d->standby && !d->ended) {
			st->standby = d->pid;
		}
	}
	st->state = state ? state : st->serving ? "serving" : s->ready ? "down" : "starting";
	st->left = s->budget.left;
	status_write(s->status_fd, st);
}

/* A page that survives the daemon. Sealed: nobody can make it shorter. */
static int make_last(void)
{
	int fd = memfd_create("mdrvd-last", MFD_ALLOW_SEALING | MFD_CLOEXEC);

	if (fd >= 0 && (ftruncate(fd, sizeof(struct mdrv_last)) ||
			fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL))) {
		close(fd);
		fd = -1;
	}
	return fd;
}

/* In the child. */
static void become_daemon(const struct supervisor *s, int last_fd, bool standby)
{
	const char *argv[16] = { "mdrvd" };
	char role[64];
	sigset_t none;
	int n = 1;

	while (n < 14 && s->what->options[n - 1]) {
		argv[n] = s->what->options[n - 1];
		n++;
	}
	argv[n] = s->what->half;
	snprintf(role, sizeof(role), "%d:%d:%d", s->what->half_fd, last_fd, standby);
	setenv(WORKER_ENV, role, 1);
	unsetenv("NOTIFY_SOCKET");
	fcntl(s->what->half_fd, F_SETFD, 0);
	fcntl(last_fd, F_SETFD, 0);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	execv("/proc/self/exe", (char **)argv);
	mdrv_log(LOG_ERR, "cannot start a daemon: %s", strerror(errno));
	_exit(MDRV_EXIT_INPUT);
}

static void start(struct supervisor *s, bool standby)
{
	struct daemon *d = daemon_of(s, 0);
	pid_t pid;
	int fd;

	if (!d)
		return;
	fd = make_last();
	pid = fd < 0 ? -1 : fork();
	if (!pid)
		become_daemon(s, fd, standby);
	if (pid < 0) {
		mdrv_log(LOG_ERR, "cannot start a daemon: %s", strerror(errno));
		s->not_before = now_ms() + LEFT_MS;
		if (fd >= 0)
			close(fd);
		return;
	}
	*d = (struct daemon){ .pid = pid, .last_fd = fd, .started = now_ms() };
}

/*
 * Keep two, the second when the first has what it needs. A standby is a restart that has
 * been paid for as soon as the one before it is dead, so there is none without budget.
 */
static void replenish(struct supervisor *s)
{
	unsigned int live = count(s, false), dying = count(s, true) - live;

	if (s->stopping || now_ms() < s->not_before)
		return;
	if (s->status.crash.number + dying && s->budget.left <= dying)
		return;
	if (s->ready ? live < WANTED && s->budget.left : !live)
		start(s, s->ready);
}

static void on_event(struct supervisor *s, const struct event *e)
{
	struct daemon *d = e->pid ? daemon_of(s, e->pid) : NULL;

	if (!d || strcmp(e->driver, s->what->driver))
		return;
	d->session = e->session;
	if (!strcmp(e->what, "standby")) {
		d->standby = true;
		s->no_starts = 0;
	} else if (!strcmp(e->what, "attach")) {
		s->status.restarts += s->ready;
		d->serving = d->served = true;
		s->left = false;
		s->no_starts = 0;
		if (!s->ready)
			s->what->ready(s->what->arg);
		s->ready = true;
	} else if (!strcmp(e->what, "death")) {
		d->ended = true;
		d->error = e->error;
		d->kill_at = now_ms() + (e->error == -EPIPE || !e->error ? DUMP_MS : GRACE_MS);
		/* The driver goes, and takes them all along. */
		if (!e->error)
			s->not_before = now_ms() + LEFT_MS;
	}
}

static void report(struct supervisor *s, const struct daemon *d, int status)
{
	struct crash *c = &s->status.crash;
	char how[160], where[96], path[512];

	*c = (struct crash){
		.number = c->number + 1, .when = time(NULL), .pid = d->pid, .serving = d->served,
		.status = status, .error = d->error, .lived_ms = now_ms() - d->started,
	};
	crash_recall(c, d->last_fd);
	crash_how(c, how, sizeof(how));
	crash_where(c, where, sizeof(where));
	mdrv_log(LOG_WARNING, "%s: %s daemon %d died: %s, %s; %u of %u restarts left",
		 s->what->driver, d->served ? "serving" : "standby", d->pid, how, where,
		 s->budget.left, s->budget.most);
	snprintf(path, sizeof(path), "%s/%s.crashes", s->what->state_dir, s->what->driver);
	crash_append(c, s->what->driver, path);
}

/* One that could not even begin has said why; it is no crash as long as another serves. */
static bool is_no_start(struct supervisor *s, const struct daemon *d, int status)
{
	return WIFEXITED(status) && WEXITSTATUS(status) == MDRV_EXIT_INPUT && !d->served &&
	       (s->left || count(s, false));
}

static void put_off(struct supervisor *s)
{
	s->not_before = now_ms() + (LEFT_MS << s->no_starts);
	s->no_starts += s->no_starts < NO_STARTS;
}

/* *@d was a daemon; its place is free again. */
static void on_exit_of(struct supervisor *s, const struct daemon *d, int status)
{
	if (s->stopping)
		return;
	if (!s->ready && WIFEXITED(status)) {
		s->failed = WEXITSTATUS(status);
		s->stopping = true;
	} else if (WIFEXITED(status) && WEXITSTATUS(status) == MDRV_EXIT_OK) {
		s->left = true;
		s->not_before = now_ms() + LEFT_MS;
	} else if (is_no_start(s, d, status)) {
		put_off(s);
	} else {
		budget_take(&s->budget, now_ms());
		report(s, d, status);
	}
	/* The last has left, and none can follow: the driver has gone, or we are to. */
	if (s->left && !count(s, true))
		s->stopping = true;
}

static void reap(struct supervisor *s)
{
	struct daemon *d, gone;
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
		d = daemon_of(s, pid);
		if (!d)
			continue;
		gone = *d;
		*d = (struct daemon){ 0 };
		on_exit_of(s, &gone, status);
		close(gone.last_fd);
	}
}

/* The standby first, or it would come to serve. */
static void stop(struct supervisor *s)
{
	s->stopping = true;
	for (int i = 0; i < DAEMONS; i++) {
		struct daemon *d = &s->daemon[i];

		if (!d->pid)
			continue;
		d->kill_at = now_ms() + STOP_MS;
		if (!d->serving)
			kill(d->pid, SIGKILL);
	}
	for (int i = 0; i < DAEMONS; i++) {
		if (s->daemon[i].pid && s->daemon[i].serving)
			kill(s->daemon[i].pid, SIGTERM);
	}
	notify("STOPPING=1");
}

static void on_signal(struct supervisor *s)
{
	struct signalfd_siginfo info;

	while (read(s->signal_fd, &info, sizeof(info)) == sizeof(info)) {
		if (info.ssi_signo != SIGCHLD && !s->stopping)
			stop(s);
	}
}

/* What is due; when to look again, as poll() takes it. */
static int on_time(struct supervisor *s)
{
	int64_t now = now_ms(), next = -1;
	int64_t at[DAEMONS + 2];

	budget_settle(&s->budget, now);
	for (int i = 0; i < DAEMONS; i++) {
		struct daemon *d = &s->daemon[i];

		if (d->pid && d->kill_at && d->kill_at <= now) {
			kill(d->pid, SIGKILL);
			d->kill_at = 0;
		}
		at[i] = d->pid ? d->kill_at : 0;
	}
	at[DAEMONS] = budget_next(&s->budget);
	at[DAEMONS + 1] = s->not_before > now ? s->not_before : 0;
	for (int i = 0; i < DAEMONS + 2; i++) {
		if (at[i] > 0 && (next < 0 || at[i] < next))
			next = at[i];
	}
	return next < 0 ? -1 : next > now ? (int)(next - now) : 0;
}

/* Return: is it over? */
static bool turn(struct supervisor *s)
{
	struct pollfd fds[] = {
		{ .fd = s->signal_fd, .events = POLLIN },
		{ .fd = s->event_fd, .events = POLLIN },
	};
	struct event e;
	int rc;

	replenish(s);
	show(s, NULL);
	if (!count(s, true) && (s->stopping || !s->budget.left))
		return true;
	poll(fds, 2, on_time(s));
	/* Why a session has ended comes before the end of the process that this costs. */
	while ((rc = event_read(s->event_fd, &e)) >= 0 || rc == -EINTR || rc == -ENOBUFS) {
		if (rc > 0)
			on_event(s, &e);
		if (rc == -ENOBUFS)
			mdrv_log(LOG_WARNING, "%s: events were lost", s->what->driver);
	}
	on_signal(s);
	reap(s);
	return false;
}

static int set_up(struct supervisor *s)
{
	sigset_t signals;

	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGCHLD);
	s->status_fd = status_open(s->what->state_dir, s->what->driver);
	if (s->status_fd < 0)
		return MDRV_EXIT_INPUT;
	s->event_fd = event_open();
	s->signal_fd = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
	if (s->event_fd >= 0 && s->signal_fd >= 0)
		return 0;
	mdrv_log(LOG_ERR, "cannot watch over daemons: %s",
		 strerror(s->event_fd < 0 ? -s->event_fd : errno));
	return MDRV_EXIT_INPUT;
}

static int give_up(struct supervisor *s)
{
	int rc;

	mdrv_log(LOG_ERR, "%s: given up: its user half has died %u times, more than the %u times "
		 "that it may; see %s/%s.crashes", s->what->driver, s->status.crash.number,
		 s->budget.most, s->what->state_dir, s->what->driver);
	rc = mdrv_tell_failed(s->what->driver);
	if (rc)
		mdrv_log(LOG_WARNING, "cannot tell the kernel: %s", strerror(-rc));
	show(s, "failed");
	return MDRV_EXIT_GIVEN_UP;
}

int supervise(const struct supervision *what)
{
	struct supervisor s = { .what = what };

	s.status = (struct status){
		.driver = what->driver, .half = what->half, .most = what->restarts,
	};
	budget_init(&s.budget, what->restarts, what->quiet_s, now_ms());
	if (set_up(&s))
		return MDRV_EXIT_INPUT;
	while (!turn(&s))
		;
	if (!s.stopping)
		return give_up(&s);
	show(&s, "stopped");
	return s.failed;
}

bool worker_role(struct worker_role *role)
{
	const char *text = getenv(WORKER_ENV);
	int standby;

	*role = (struct worker_role){ .half_fd = -1, .last_fd = -1 };
	if (!text)
		return true;
	if (sscanf(text, "%d:%d:%d", &role->half_fd, &role->last_fd, &standby) != 3)
		return false;
	role->supervised = true;
	/* Executed by another name than it is known by. */
	prctl(PR_SET_NAME, "mdrvd", 0, 0, 0);
	role->standby = standby;
	fcntl(role->half_fd, F_SETFD, FD_CLOEXEC);
	unsetenv(WORKER_ENV);
	return true;
}
