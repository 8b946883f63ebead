// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

static int begin(spinlock_t *lock, int value)
{
	if (!value)
		return 0;
	spin_lock(lock);
	return 1;
}

void by_result(spinlock_t *lock, int value)
{
	if (begin(lock, value)) {
		target(1);
		spin_unlock(lock);
	}
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a helper whose result tells whether it has locked
 * expect: by_result: =1\).* HELD spinlock
 * reject: by_result: =2\).* HELD
 */
