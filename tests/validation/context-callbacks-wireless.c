// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

/* With as many parameters as the real ones have; only the callbacks are typed. */
void ieee80211_iterate_active_interfaces(long p0, long p1, int (*p2)(void *), long p3);
void ieee80211_iterate_active_interfaces_atomic(long p0, long p1, int (*p2)(void *), long p3);
void ieee80211_iterate_stations_atomic(long p0, int (*p1)(void *), long p2);

static int ieee80211_iterate_active_interfaces_2(void *data)
{
	return 0;
}

static int ieee80211_iterate_active_interfaces_atomic_2(void *data)
{
	return 0;
}

static int ieee80211_iterate_stations_atomic_1(void *data)
{
	return 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	ieee80211_iterate_active_interfaces(0, 0, ieee80211_iterate_active_interfaces_2, 0);
	ieee80211_iterate_active_interfaces_atomic(0, 0,
		ieee80211_iterate_active_interfaces_atomic_2, 0);
	ieee80211_iterate_stations_atomic(0, ieee80211_iterate_stations_atomic_1, 0);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: callbacks: walks over wireless interfaces and stations
 * context: ieee80211_iterate_active_interfaces_2: process
 * context: ieee80211_iterate_active_interfaces_atomic_2: atomic
 * context: ieee80211_iterate_stations_atomic_1: atomic
 */
