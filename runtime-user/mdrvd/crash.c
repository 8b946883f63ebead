// SPDX-License-Identifier: GPL-2.0-or-later
/* Crash reports. */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <syslog.h>
#include <unistd.h>
#include "crash.h"
#include "daemon.h"

#define FILE_MAX	(64 * 1024)	/* then it becomes PATH.old */

/* It is from a process that nobody trusts: a C identifier, or nothing. */
static void read_name(int fd, unsigned int number, char *name, size_t size)
{
	char raw[MDRV_LAST_NAME] = "";
	size_t n = 0;

	if (number >= MDRV_LAST_NAMES ||
	    pread(fd, raw, sizeof(raw), offsetof(struct mdrv_last, name[number])) != sizeof(raw))
		return;
	while (n < sizeof(raw) && n < size - 1 && (isalnum((unsigned char)raw[n]) || raw[n] == '_'))
		n++;
	memcpy(name, raw, n);
	name[n] = '\0';
}

void crash_recall(struct crash *c, int last_fd)
{
	struct { __u32 upcall; __u32 last; __u64 count; } head = { 0 };

	_Static_assert(sizeof(head) == offsetof(struct mdrv_last, name), "as in the page");
	c->upcall[0] = '\0';
	if (last_fd < 0 || pread(last_fd, &head, sizeof(head), 0) != sizeof(head))
		return;
	c->upcalls = head.count;
	c->inside = head.upcall != 0;
	if (head.last)
		read_name(last_fd, (head.upcall ? head.upcall : head.last) - 1, c->upcall,
			  sizeof(c->upcall));
}

static const char *exit_meaning(int status)
{
	switch (status) {
	case MDRV_EXIT_LOST:
		return "session lost";
	case MDRV_EXIT_FAULT:
		return "fault of the user half";
	case MDRV_EXIT_INPUT:
		return "could not start";
	}
	return "of its own";
}

void crash_how(const struct crash *c, char *buf, size_t size)
{
	if (c->error == -ETIMEDOUT)
		snprintf(buf, size, "hung");
	else if (c->error && c->error != -EPIPE)
		snprintf(buf, size, "session ended by the kernel (%s)", strerror(-c->error));
	else if (WIFSIGNALED(c->status))
		snprintf(buf, size, "signal %d (%s)%s", WTERMSIG(c->status),
			 strsignal(WTERMSIG(c->status)),
			 WCOREDUMP(c->status) ? ", core dumped" : "");
	else
		snprintf(buf, size, "exit status %d (%s)", WEXITSTATUS(c->status),
			 exit_meaning(WEXITSTATUS(c->status)));
}

void crash_where(const struct crash *c, char *buf, size_t size)
{
	if (!c->upcall[0])
		snprintf(buf, size, "%s", c->upcalls ? "in an upcall unknown" :
			 "before any upcall");
	else
		snprintf(buf, size, "%s %s()", c->inside ? "in" : "after", c->upcall);
}

void crash_append(const struct crash *c, const char *driver, const char *path)
{
	char when[32], how[160], where[96], old[4096];
	struct stat st;
	struct tm tm;
	int fd;

	if (!stat(path, &st) && st.st_size > FILE_MAX &&
	    snprintf(old, sizeof(old), "%s.old", path) < (int)sizeof(old) && rename(path, old))
		mdrv_log(LOG_WARNING, "%s: %s", path, strerror(errno));
	fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0644);
	if (fd < 0) {
		mdrv_log(LOG_WARNING, "%s: %s", path, strerror(errno));
		return;
	}
	crash_how(c, how, sizeof(how));
	crash_where(c, where, sizeof(where));
	strftime(when, sizeof(when), "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&c->when, &tm));
	dprintf(fd, "%s %s crash=%u pid=%d role=%s cause=\"%s\" where=\"%s\" upcalls=%llu "
		"lived_ms=%lld\n", when, driver, c->number, c->pid,
		c->serving ? "serving" : "standby", how, where,
		(unsigned long long)c->upcalls, (long long)c->lived_ms);
	close(fd);
}
