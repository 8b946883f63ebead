// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void flagged(spinlock_t *lock, int wanted)
{
	int locked = 0;

	if (wanted) {
		spin_lock(lock);
		locked = 1;
	}
	target(1);
	if (locked)
		spin_unlock(lock);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a variable remembers whether the lock was taken
 * expect: flagged: =1\).* HELD spinlock
 * reject: flagged: =1\).* SURELY
 * reject: flagged: =2\).* HELD
 * reject: flagged: regions
 */
