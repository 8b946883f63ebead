// SPDX-License-Identifier: GPL-2.0-or-later
/* A session from attach to detach. */
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <syslog.h>
#include <time.h>
#include "internal.h"

#define STATS	"/sys/kernel/debug/mdrv/%s/stats"
#define RETRY_MS	200	/* between attempts to attach */
#define GRACE_S	3	/* for the running upcall, after SIGTERM */

/* Who holds the driver's session, as far as debugfs tells; 0 if it does not. */
static int holder(const char *driver)
{
	char line[128];
	int pid = 0;
	FILE *f;

	snprintf(line, sizeof(line), STATS, driver);
	f = fopen(line, "re");
	if (!f)
		return 0;
	while (fgets(line, sizeof(line), f)) {
		if (sscanf(line, "session %*u %d", &pid) == 1 || sscanf(line, "pid %d", &pid) == 1)
			break;
	}
	fclose(f);
	return pid;
}

static void attach_failed(const char *name, const char *hash, const char *path, int rc)
{
	const char *why = mdrv_self.transport ? mdrv_netlink_why(mdrv_self.transport) : "";
	int pid;

	switch (-rc) {
	case ENOENT:
		mdrv_log(LOG_ERR, "%s: no kernel half of '%s' is loaded; load it first", path,
			 name);
		return;
	case EKEYREJECTED:
		mdrv_log(LOG_ERR, "%s: interface hash %.12s... differs from that of the loaded "
			 "kernel half of '%s'; load the two halves of one split", path, hash,
			 name);
		return;
	case EBUSY:
		pid = holder(name);
		if (pid)
			mdrv_log(LOG_ERR, "%s: another daemon (pid %d) serves '%s' already", path,
				 pid, name);
		else
			mdrv_log(LOG_ERR, "%s: another daemon serves '%s' already", path,
				 name);
		return;
	case EPERM:
	case EACCES:
		mdrv_log(LOG_ERR, "%s: no privilege to attach to '%s' (CAP_SYS_ADMIN is needed)",
			 path, name);
		return;
	}
	mdrv_log(LOG_ERR, "%s: cannot attach to '%s': %s%s%s", path, name, strerror(-rc),
		 why[0] ? ": " : "", why);
}

static int connect_kernel(const char *name, const char *hash, const char *path)
{
	int rc;

	if (mdrv_self.transport)
		return 0;
	rc = mdrv_netlink_open(&mdrv_self.transport);
	if (rc == -ENOENT)
		mdrv_log(LOG_ERR, "%s: mdrv.ko is not loaded (no netlink family '" MDRV_GENL_NAME
			 "')", path);
	else if (rc)
		attach_failed(name, hash, path, rc);
	return rc;
}

/* The answer to a request to attach, or negative errno. */
static int ask(struct mdrv_message *msg, const char *name, const char *hash, bool standby)
{
	int rc;

	*msg = (struct mdrv_message){
		.cmd = MDRV_CMD_ATTACH, .driver = name, .hash = hash, .standby = standby,
	};
	rc = mdrv_self.transport->send(mdrv_self.transport, msg);
	if (!rc)
		rc = mdrv_self.transport->recv(mdrv_self.transport, msg);
	if (!rc && (msg->cmd != MDRV_CMD_ATTACH || (standby ? !msg->standby : !msg->hz)))
		rc = -EPROTO;
	return rc;
}

/* Asked to stop, before anybody waits for signals? */
static bool is_stopped(void)
{
	sigset_t pending;

	sigpending(&pending);
	return sigismember(&pending, SIGTERM) || sigismember(&pending, SIGINT);
}

static void attached(struct mdrv_message *msg)
{
	mdrv_self.parked = msg->standby;
	mdrv_self.session = msg->session;
	if (!msg->standby)
		mdrv_clock_set(msg->hz, msg->jiffies, msg->monotonic);
	mdrv_buf_put(msg->buf);
}

int mdrv_attach(const char *name, const char *hash, const char *path, bool standby)
{
	const struct timespec pause = { .tv_nsec = RETRY_MS * 1000000 };
	struct mdrv_message msg;
	int rc, tries = 0;

	if (connect_kernel(name, hash, path))
		return MDRV_EXIT_INPUT;
	/* The kernel has seen too many sessions end badly: it names no time. */
	while ((rc = ask(&msg, name, hash, standby)) == -EAGAIN && !is_stopped()) {
		if (!tries++)
			mdrv_log(LOG_NOTICE, "%s: too many sessions of '%s' ended badly; waiting",
				 path, name);
		nanosleep(&pause, NULL);
	}
	if (rc) {
		attach_failed(name, hash, path, rc);
		return MDRV_EXIT_INPUT;
	}
	attached(&msg);
	mdrv_region_open();
	mdrv_log(LOG_INFO, "%s: %s, session %u", name, standby ? "standing by" : "attached",
		 mdrv_self.session);
	return 0;
}

void mdrv_promoted(struct mdrv_message *msg)
{
	if (!mdrv_self.parked || msg->session != mdrv_self.session || !msg->hz)
		mdrv_fatal("the kernel attaches what it has attached");
	attached(msg);
	mdrv_log(LOG_INFO, "%s: attached, session %u", mdrv_self.plan->name, mdrv_self.session);
}

int mdrv_tell_failed(const char *name)
{
	struct mdrv_message msg = { .cmd = MDRV_CMD_FAILED, .driver = name };
	struct mdrv_transport *t;
	int rc = mdrv_netlink_open(&t);

	return rc ? rc : t->send(t, &msg);
}

void mdrv_let_go(void)
{
	struct mdrv_message msg = { .cmd = MDRV_CMD_DETACH };

	if (mdrv_self.transport)
		mdrv_self.transport->send(mdrv_self.transport, &msg);
}

void mdrv_detach(void)
{
	mdrv_let_go();
	mdrv_log(LOG_INFO, "%s: detached", mdrv_self.plan->name);
	mdrv_leave(MDRV_EXIT_OK);
}

static void *first_worker(void *arg)
{
	(void)arg;
	mdrv_loop();
	return NULL;
}

/* A running upcall may end; its thread then leaves. A stuck one may not detain us. */
static void stop(const sigset_t *signals)
{
	const struct timespec grace = { .tv_sec = GRACE_S };

	mdrv_self.stopping = true;
	if (mdrv_self.busy)
		sigtimedwait(signals, NULL, &grace);
	mdrv_detach();
}

void mdrv_last_in(struct mdrv_last *last)
{
	mdrv_self.last = last;
}

/* A process of its own may ask what this one died of, but not the plan. */
static void last_init(const struct mdrv_plan *plan)
{
	static struct mdrv_last own;

	if (!mdrv_self.last)
		mdrv_self.last = &own;
	for (u32 i = 0; mdrv_self.last != &own && i < plan->nupcalls && i < MDRV_LAST_NAMES; i++)
		strncpy(mdrv_self.last->name[i], plan->upcalls[i].name, MDRV_LAST_NAME - 1);
}

void mdrv_run(const struct mdrv_plan *plan)
{
	pthread_t thread;
	sigset_t signals;
	int sig;

	mdrv_self.plan = plan;
	mdrv_twins_init();
	last_init(plan);
	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	mdrv_fault_init();
	if (pthread_create(&thread, NULL, first_worker, NULL))
		mdrv_fatal("cannot start a thread");
	pthread_detach(thread);
	while (sigwait(&signals, &sig))
		;
	stop(&signals);
	mdrv_leave(MDRV_EXIT_OK);
}
