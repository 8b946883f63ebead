// SPDX-License-Identifier: GPL-2.0-or-later
/* The kernel's clocks: CLOCK_MONOTONIC is shared, jiffies follow from it. */
#include <time.h>
#include "internal.h"

#define NSEC_PER_SEC	1000000000ULL
#define MIRRORS		4

static unsigned long *mirrors[MIRRORS];
static int nmirrors;

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

void mdrv_clock_mirror(void)
{
	for (int i = 0; i < nmirrors; i++)
		*mirrors[i] = jiffies_now();
}
