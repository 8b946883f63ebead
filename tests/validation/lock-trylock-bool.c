// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void try_it(spinlock_t *lock)
{
	bool locked = spin_trylock(lock);

	target(0);
	if (locked) {
		target(1);
		spin_unlock(lock);
	}
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: the result of a try-lock, kept as a truth value
 * expect: try_it: =0\).* HELD spinlock
 * expect: try_it: =1\).* HELD spinlock
 * reject: try_it: =2\).* HELD
 */
