// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

static bool try_it(spinlock_t *lock, int *count)
{
	if (!spin_trylock(lock))
		return 0;
	++*count;
	return 1;
}

void wrapped(spinlock_t *lock, int *count)
{
	if (!try_it(lock, count)) {
		target(1);
		return;
	}
	target(2);
	spin_unlock(lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a helper returns true with the lock held
 * reject: wrapped: =1\).* HELD
 * expect: wrapped: =2\).* SURELY spinlock
 * reject: wrapped: regions
 */
