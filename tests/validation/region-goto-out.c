// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);
int check(int step);

int laddered(spinlock_t *lock)
{
	int result;

	spin_lock(lock);
	result = check(1);
	if (result)
		goto out_unlock;
	result = check(2);
	if (result)
		goto out_unlock;
	target(1);
out_unlock:
	spin_unlock(lock);
	target(2);
	return result;
}

MODULE_LICENSE("GPL");
/*
 * check-name: errors jump to a common end that unlocks
 * expect: laddered: =1\).* SURELY spinlock
 * expect: laddered: check .*=2\).* SURELY spinlock
 * reject: laddered: target .*=2\).* HELD
 */
