// SPDX-License-Identifier: GPL-2.0-or-later
/* Messages of the daemon: to standard error or to syslog. */
#include <stdio.h>
#include <syslog.h>
#include <unistd.h>
#include "internal.h"

#define LINE	1024

static const char *log_name = "mdrvd";
static int log_syslog;
bool mdrv_verbose;

void mdrv_log_to(const char *name, int syslog, int verbose)
{
	log_name = name;
	if (syslog && !log_syslog)
		openlog(name, LOG_PID, LOG_DAEMON);
	log_syslog = syslog;
	mdrv_verbose = verbose;
}

static void log_line(int priority, const char *line)
{
	const char *kind = priority <= LOG_ERR ? "error: " :
			   priority == LOG_WARNING ? "warning: " : "";

	if (log_syslog)
		syslog(priority, "%s", line);
	else
		dprintf(STDERR_FILENO, "%s: %s%s\n", log_name, kind, line);
}

void mdrv_log(int priority, const char *fmt, ...)
{
	char line[LINE];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	log_line(priority, line);
}

void mdrv_vlog(const char *fmt, __builtin_va_list ap)
{
	char line[LINE];
	int len = mdrv_vscnprintf(line, sizeof(line), fmt, ap);

	if (len && line[len - 1] == '\n')
		line[len - 1] = '\0';
	log_line(LOG_WARNING, line);
}

static void (*leave_hook)(void);

/* For what a user half is built with (coverage.c); the driver's code never calls it. */
void mdrv_at_leave(void (*hook)(void))
{
	leave_hook = hook;
}

/* Not exit(): other threads may be anywhere in the driver's code. */
void mdrv_leave(int status)
{
	if (leave_hook)
		leave_hook();
	fflush(NULL);
	_exit(status);
}

void mdrv_fatal(const char *fmt, ...)
{
	char line[LINE];
	va_list ap;
	int len = 0;

	if (mdrv_current)
		len = snprintf(line, sizeof(line), "in %s(): ", mdrv_current->upcall);
	va_start(ap, fmt);
	vsnprintf(line + len, sizeof(line) - len, fmt, ap);
	va_end(ap);
	log_line(LOG_ERR, line);
	mdrv_leave(MDRV_EXIT_FAULT);
}

void mdrv_trap(const char *name)
{
	mdrv_fatal("%s: has no meaning in a user half; it should have stayed in the kernel", name);
}

void mdrv_warned(const char *where, unsigned int flags)
{
	(void)flags;
	mdrv_log(LOG_WARNING, "WARNING at %s, in %s()", where,
		 mdrv_current ? mdrv_current->upcall : "start-up");
}
