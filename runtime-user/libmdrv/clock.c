// SPDX-License-Identifier: GPL-2.0-or-later
/* The kernel's clocks: CLOCK_MONOTONIC is shared, jiffies follow from it. */
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <time.h>
#include "internal.h"

#define NSEC_PER_SEC	1000000000ULL
#define MIRRORS		4
#define MAX(a, b)	((a) > (b) ? (a) : (b))

static unsigned long *mirrors[MIRRORS];
static int nmirrors;

/* The thread that keeps mirrors going; it sleeps while no upcall runs. */
static bool ticking;
static sem_t upcall_runs;
static atomic_bool asleep;

u64 mdrv_ktime_ns(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * NSEC_PER_SEC + ts.tv_nsec;
}

__u32 mdrv_hz(void)
{
	return mdrv_self.hz;
}

void mdrv_clock_set(u32 hz, u64 jiffies, u64 monotonic)
{
	mdrv_self.hz = hz;
	mdrv_self.jiffies = jiffies;
	mdrv_self.monotonic = monotonic;
}

static unsigned long jiffies_now(void)
{
	unsigned __int128 ns = mdrv_ktime_ns() - mdrv_self.monotonic;

	return mdrv_self.jiffies + (unsigned long)(ns * mdrv_self.hz / NSEC_PER_SEC);
}

volatile unsigned long *mdrv_jiffies(void)
{
	static __thread volatile unsigned long now;

	now = jiffies_now();
	return &now;
}

void mdrv_jiffies_mirror(unsigned long *at)
{
	if (nmirrors < MIRRORS)
		mirrors[nmirrors++] = at;
}

static void mirror(void)
{
	for (int i = 0; i < nmirrors; i++)
		__atomic_store_n(mirrors[i], jiffies_now(), __ATOMIC_RELAXED);
}

static void *tick(void *arg)
{
	for (;;) {
		struct timespec one = { .tv_nsec = NSEC_PER_SEC / MAX(mdrv_self.hz, 100) };

		nanosleep(&one, NULL);
		mirror();
		/* In this order: an upcall that begins now sees one or the other. */
		atomic_store(&asleep, true);
		if (!mdrv_self.busy || !atomic_exchange(&asleep, false))
			sem_wait(&upcall_runs);
	}
	return arg;
}

void mdrv_jiffies_tick(void)
{
	pthread_t thread;

	if (ticking)
		return;
	sem_init(&upcall_runs, 0, 0);
	if (pthread_create(&thread, NULL, tick, NULL))
		mdrv_fatal("no thread for the clock");
	pthread_detach(thread);
	ticking = true;
}

void mdrv_clock_mirror(void)
{
	mirror();
	if (ticking && atomic_exchange(&asleep, false))
		sem_post(&upcall_runs);
}
