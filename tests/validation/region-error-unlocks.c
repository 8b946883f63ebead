// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);
int check(void);

static int begin(spinlock_t *lock)
{
	int result;

	spin_lock(lock);
	result = check();
	if (result < 0) {
		spin_unlock(lock);
		return -EIO;
	}
	return 0;
}

int used(spinlock_t *lock)
{
	int result = begin(lock);

	if (result)
		goto out;
	target(1);
	spin_unlock(lock);
out:
	target(2);
	return result;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a helper returns 0 with the lock held, and an error without
 * expect: used: =1\).* SURELY spinlock
 * reject: used: =2\).* HELD
 * reject: used: regions
 */
