// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;

static void lets_go(int *value)
{
	spin_unlock(&lock);
	msleep(*value);
	spin_lock(&lock);
}

void calls(int *value)
{
	spin_lock(&lock);
	lets_go(value);
	spin_unlock(&lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: no warning where the callee drops the lock while it sleeps
 * expect: lets_go: msleep .* DROPPED spinlock
 * no-warning: may sleep
 */
