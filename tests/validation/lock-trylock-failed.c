// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void try_it(spinlock_t *lock)
{
	if (!spin_trylock(lock)) {
		rcu_read_lock();
		target(1);
		rcu_read_unlock();
		return;
	}
	spin_unlock(lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: the branch on which a try-lock has failed is one that may be taken
 * expect: try_it: =1\).* HELD rcu
 * reject: try_it: =1\).* HELD .*spinlock
 */
