// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void compared(spinlock_t *lock, int count)
{
	if (count > 0)
		spin_lock(lock);
	if (count < 0) {
		target(1);
		return;
	}
	if (count >= 1) {
		target(2);
		spin_unlock(lock);
	}
	target(3);
}

MODULE_LICENSE("GPL");
/*
 * check-name: comparisons that say the same of a number
 * reject: compared: =1\).* HELD
 * expect: compared: =2\).* HELD spinlock
 */
