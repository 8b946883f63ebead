// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>

void target(int mark);

void early_return(spinlock_t *lock, int value)
{
	spin_lock_bh(lock);
	if (!value) {
		spin_unlock_bh(lock);
		target(1);
		return;
	}
	target(2);
	spin_unlock_bh(lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a path that unlocks and returns says nothing about the other path
 * reject: early_return: =1\).* HELD
 * expect: early_return: =2\).* HELD spinlock bh-off
 */
