// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>

void target(int mark);

void loop(spinlock_t *lock)
{
	int i;

	for (i = 0; i < 3; i++) {
		spin_lock(lock);
		target(1);
		spin_unlock(lock);
		target(2);
	}
}

MODULE_LICENSE("GPL");
/*
 * check-name: a lock taken and released in each round is not held between rounds
 * expect: loop: =1\).* HELD spinlock
 * reject: loop: =2\).* HELD
 */
