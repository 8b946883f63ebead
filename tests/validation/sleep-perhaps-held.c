// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;

void sleeps(const int *flag)
{
	if (*flag)
		spin_lock(&lock);
	msleep(10);
	if (*flag)
		spin_unlock(&lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: no warning where a lock is held on some ways only
 * expect: sleeps: msleep .* HELD spinlock
 * no-warning: may sleep
 */
