// SPDX-License-Identifier: GPL-2.0-or-later
/* Clocks and delays. HZ is the kernel's, learnt when the session began. */
#include "klib.h"

#define NSEC_PER_SEC	1000000000ULL
#define MAX_JIFFY_OFFSET	((LONG_MAX >> 1) - 1)

/* Both have this layout in every 64-bit kernel. */
struct timespec64 {
	s64 tv_sec;
	long tv_nsec;
};

struct __kernel_old_timeval {
	long tv_sec;
	long tv_usec;
};

/* The part below a second counts up, before 1970 as well. */
struct timespec64 ns_to_timespec64(s64 ns)
{
	struct timespec64 ts = { ns / (s64)NSEC_PER_SEC, ns % (s64)NSEC_PER_SEC };

	if (ts.tv_nsec < 0) {
		ts.tv_nsec += NSEC_PER_SEC;
		ts.tv_sec--;
	}
	return ts;
}

struct __kernel_old_timeval ns_to_kernel_old_timeval(s64 ns)
{
	struct timespec64 ts = ns_to_timespec64(ns);

	return (struct __kernel_old_timeval){ ts.tv_sec, ts.tv_nsec / 1000 };
}

void set_normalized_timespec64(struct timespec64 *ts, s64 sec, s64 nsec)
{
	struct timespec64 rest = ns_to_timespec64(nsec);

	ts->tv_sec = sec + rest.tv_sec;
	ts->tv_nsec = rest.tv_nsec;
}

void jiffies_to_timespec64(unsigned long j, struct timespec64 *value)
{
	value->tv_sec = j / mdrv_hz();
	value->tv_nsec = j % mdrv_hz() * (NSEC_PER_SEC / mdrv_hz());
}

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
