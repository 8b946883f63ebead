// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Linked into a user half that is built with COVERAGE=1 (user-half.mk): what has been
 * counted is written when the daemon leaves, and whenever it gets SIGUSR1, since one
 * that is killed writes nothing. The files go where gcov wants them; GCOV_PREFIX names
 * a directory that goes before their paths.
 */
#include <signal.h>

void mdrv_at_leave(void (*hook)(void)) __attribute__((weak));
void __gcov_dump(void);
void __gcov_reset(void);

/* What was written before is added to, so it must not be counted again. */
static void save(void)
{
	__gcov_dump();
	__gcov_reset();
}

/*
 * The kernel gives a signal to a process's first thread if that takes it. The daemon's
 * only waits for signals, so no lock of the C library is held where this one strikes.
 */
static void on_request(int sig)
{
	(void)sig;
	save();
}

__attribute__((constructor)) static void coverage_init(void)
{
	signal(SIGUSR1, on_request);
	if (mdrv_at_leave)
		mdrv_at_leave(save);
}
