// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

static int begin(spinlock_t *lock, int value)
{
	if (!value)
		return 0;
	if (value == 1)
		return -1;
	spin_lock(lock);
	return 1;
}

void by_result(spinlock_t *lock, int value)
{
	int result = begin(lock, value);

	if (result > 0) {
		spin_unlock(lock);
	} else if (result < 0) {
		rcu_read_lock();
		target(1);
		rcu_read_unlock();
	}
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: two results of a helper that both mean that it has not locked
 * expect: by_result: =1\).* HELD rcu
 * reject: by_result: =1\).* HELD .*spinlock
 * reject: by_result: =2\).* HELD
 */
