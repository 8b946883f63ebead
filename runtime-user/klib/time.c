// SPDX-License-Identifier: GPL-2.0-or-later
/* Clocks and delays. HZ is the kernel's, learnt when the session began. */
#include "klib.h"

#define NSEC_PER_SEC	1000000000ULL
#define MAX_JIFFY_OFFSET	((LONG_MAX >> 1) - 1)

s64 ktime_get(void)
{
	return mdrv_ktime_ns();
}

s64 ktime_get_seconds(void)
{
	return mdrv_ktime_ns() / NSEC_PER_SEC;
}

/* A delay is time that passes for the device, too: what was written must be there. */
static void delay_ns(u64 ns)
{
	u64 end;

	mdrv_publish();
	end = mdrv_ktime_ns() + ns;
	while (mdrv_ktime_ns() < end)
		__asm__ volatile("" ::: "memory");
}

void __ndelay(unsigned long nsecs)
{
	delay_ns(nsecs);
}

void __udelay(unsigned long usecs)
{
	delay_ns(usecs * 1000);
}

/* Loops in units of 2^-32 seconds: udelay(n) asks for n * 0x10c7. */
void __const_udelay(unsigned long xloops)
{
	delay_ns((unsigned __int128)xloops * NSEC_PER_SEC >> 32);
}

unsigned int jiffies_to_msecs(const unsigned long j)
{
	return (u64)j * 1000 / mdrv_hz();
}

unsigned int jiffies_to_usecs(const unsigned long j)
{
	return (u64)j * 1000000 / mdrv_hz();
}

unsigned long __msecs_to_jiffies(const unsigned int m)
{
	if ((int)m < 0)
		return MAX_JIFFY_OFFSET;
	return ((u64)m * mdrv_hz() + 999) / 1000;
}

unsigned long __usecs_to_jiffies(const unsigned int u)
{
	return ((u64)u * mdrv_hz() + 999999) / 1000000;
}

unsigned long nsecs_to_jiffies(u64 n)
{
	return (unsigned __int128)n * mdrv_hz() / NSEC_PER_SEC;
}

/* To whole seconds, so that timers fire together; never into the past. */
static unsigned long round_to_second(unsigned long j, bool up)
{
	unsigned long hz = mdrv_hz();
	unsigned long rest = j % hz;
	unsigned long rounded = (rest < hz / 4 && !up) ? j - rest : j - rest + hz;

	return (long)(rounded - *mdrv_jiffies()) > 0 ? rounded : j;
}

unsigned long round_jiffies(unsigned long j)
{
	return round_to_second(j, false);
}

unsigned long round_jiffies_up(unsigned long j)
{
	return round_to_second(j, true);
}

unsigned long round_jiffies_relative(unsigned long j)
{
	unsigned long now = *mdrv_jiffies();

	return round_to_second(now + j, false) - now;
}

unsigned long round_jiffies_up_relative(unsigned long j)
{
	unsigned long now = *mdrv_jiffies();

	return round_to_second(now + j, true) - now;
}
