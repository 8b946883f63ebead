// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void chosen(spinlock_t *lock, int wanted)
{
	if (wanted && spin_trylock(lock)) {
		target(1);
		spin_unlock(lock);
	} else {
		target(2);
	}
}

MODULE_LICENSE("GPL");
/*
 * check-name: a try-lock as the second half of a condition
 * expect: chosen: =1\).* SURELY spinlock
 * reject: chosen: =2\).* HELD
 */
