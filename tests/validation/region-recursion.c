// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

static void down_to(spinlock_t *lock, int depth)
{
	spin_lock(lock);
	target(1);
	spin_unlock(lock);
	if (depth)
		down_to(lock, depth - 1);
}

void recursive(spinlock_t *lock)
{
	down_to(lock, 3);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a function that calls itself
 * expect: down_to: =1\).* SURELY spinlock
 * reject: recursive: =2\).* HELD
 */
