// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;
int preempt_count(void);

static void wait_a_bit(int *value)
{
	if (!(preempt_count() & 0xff))
		msleep(10);
	*value = 1;
}

void calls(int *value)
{
	spin_lock(&lock);
	wait_a_bit(value);
	spin_unlock(&lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: no warning where the context is looked at first
 * no-warning: may sleep
 */
