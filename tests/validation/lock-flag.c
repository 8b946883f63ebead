// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void by_flag(spinlock_t *lock, int value)
{
	int locked = 0;

	if (value) {
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
 * check-name: a flag that remembers whether the lock was taken
 * expect: by_flag: =1\).* HELD spinlock
 * reject: by_flag: =2\).* HELD
 */
