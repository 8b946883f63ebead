// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void counted(spinlock_t *lock, int count)
{
	spin_lock(lock);
	if (count--) {
		if (!count)
			target(1);
	}
	spin_unlock(lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a test of what a variable was before it was written tells nothing of it now
 * expect: counted: =1\).* SURELY spinlock
 */
