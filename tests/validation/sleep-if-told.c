// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;

static void wait_a_bit(bool may_sleep, unsigned int flags)
{
	if (may_sleep)
		msleep(10);
	if (flags & 4)
		msleep(20);
}

void calls(void)
{
	spin_lock(&lock);
	wait_a_bit(0, 0);
	spin_unlock(&lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: no warning where an argument says whether to sleep
 * no-warning: may sleep
 */
