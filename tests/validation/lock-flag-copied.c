// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void by_copy(spinlock_t *lock, int value)
{
	int locked = 0, unlock;

	if (value) {
		spin_lock(lock);
		locked = 1;
	}
	target(1);
	unlock = locked;
	if (unlock)
		spin_unlock(lock);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a copy of the flag that remembers whether the lock was taken
 * expect: by_copy: =1\).* HELD spinlock
 * reject: by_copy: =2\).* HELD
 */
