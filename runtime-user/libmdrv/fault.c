// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Faults, real and made. A real one (the driver touched what stays in the kernel,
 * or plain memory errors) is named and ends the process. Made ones serve tests:
 * MDRV_FAULT=<upcall or downcall>:<kill|stop|loop|lie|segv>[:<n>] strikes at the n-th
 * time the named function is entered (upcall) or has returned (downcall).
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <syslog.h>
#include <unistd.h>
#include "internal.h"

static struct {
	char name[64];
	char action[8];
	unsigned long countdown;
} made;

static void strike(u32 chain)
{
	static const struct mdrv_item bad = { .op = MDRV_OP_SET, .obj = 0xfff0, .len = 8 };
	volatile uintptr_t nowhere = 16;
	u64 list[(sizeof(bad) + 8) / 8] = { 0 };
	struct mdrv_message msg = {
		.cmd = MDRV_CMD_UPCALL, .chain = chain,
		.sync = (const u8 *)list, .sync_len = sizeof(list),
	};

	if (!made.countdown || --made.countdown)
		return;
	mdrv_log(LOG_WARNING, "MDRV_FAULT: %s at %s", made.action, made.name);
	if (!strcmp(made.action, "kill")) {
		kill(getpid(), SIGKILL);
	} else if (!strcmp(made.action, "stop")) {
		kill(getpid(), SIGSTOP);
	} else if (!strcmp(made.action, "segv")) {
		*(char *)nowhere = 0;
	} else if (!strcmp(made.action, "loop")) {
		for (;;)
			__asm__ volatile("" ::: "memory");
	} else {
		memcpy(list, &bad, sizeof(bad));
		mdrv_self.transport->send(mdrv_self.transport, &msg);
	}
}

void mdrv_fault_upcall(const char *name, u32 chain)
{
	if (made.countdown && !strcmp(name, made.name))
		strike(chain);
}

void mdrv_fault_downcall(const char *name)
{
	if (made.countdown && !strcmp(name, made.name))
		strike(mdrv_current->chain);
}

static void made_parse(const char *spec)
{
	unsigned long n = 1;

	if (!spec)
		return;
	if (sscanf(spec, "%63[^:]:%7[a-z]:%lu", made.name, made.action, &n) < 2 || !n ||
	    (strcmp(made.action, "kill") && strcmp(made.action, "stop") &&
	     strcmp(made.action, "loop") && strcmp(made.action, "lie") &&
	     strcmp(made.action, "segv"))) {
		mdrv_log(LOG_ERR, "MDRV_FAULT='%s': expected "
			 "<function>:<kill|stop|loop|lie|segv>[:<n>]",
			 spec);
		mdrv_leave(MDRV_EXIT_USAGE);
	}
	made.countdown = n;
}

/*
 * The driver's code faulted, so locks of the C library may be held: a second
 * fault or a deadlock while reporting must not keep the process alive.
 */
static void on_fault(int sig, siginfo_t *info, void *context)
{
	char what[160];
	u64 offset;
	u16 gen;

	(void)context;
	signal(sig, SIG_DFL);
	signal(SIGALRM, SIG_DFL);
	alarm(2);
	mdrv_describe(info->si_addr, what, sizeof(what));
	if (sig == SIGSEGV && mdrv_handle_at(info->si_addr, &offset, &gen))
		mdrv_fatal("touched %s; the analysis missed an access, or a hint is wrong", what);
	if (sig == SIGBUS)
		mdrv_fatal("device memory went away: %s", what);
	mdrv_log(LOG_ERR, "in %s(): signal %d at %s",
		 mdrv_current ? mdrv_current->upcall : "start-up", sig, what);
	/* A core file takes its time: the next daemon need not wait for that. */
	mdrv_self.dying = true;
	mdrv_let_go();
	raise(sig);
}

void mdrv_fault_init(void)
{
	const struct sigaction action = {
		.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_NODEFER,
	};

	made_parse(getenv("MDRV_FAULT"));
	sigaction(SIGSEGV, &action, NULL);
	sigaction(SIGBUS, &action, NULL);
	sigaction(SIGILL, &action, NULL);
	sigaction(SIGFPE, &action, NULL);
}
