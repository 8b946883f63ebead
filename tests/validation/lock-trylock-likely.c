// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>

void target(int mark);

void try_it(spinlock_t *lock)
{
	if (likely(spin_trylock(lock))) {
		target(1);
		spin_unlock(lock);
	}
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a try-lock that is likely to succeed
 * expect: try_it: =1\).* HELD spinlock
 * reject: try_it: =2\).* HELD
 */
