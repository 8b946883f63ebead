// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>

void target(int mark);

void try_it(spinlock_t *lock)
{
	if (!spin_trylock(lock)) {
		target(1);
		return;
	}
	target(2);
	spin_unlock(lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a try-lock holds on the branch of success only
 * reject: try_it: =1\).* HELD
 * expect: try_it: =2\).* HELD spinlock
 */
