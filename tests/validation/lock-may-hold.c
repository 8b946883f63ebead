// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>

void target(int mark);

void may_hold(spinlock_t *lock, int value)
{
	if (value)
		spin_lock(lock);
	target(1);
	if (value)
		spin_unlock(lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: what is held on one of two paths counts as held where they meet
 * expect: may_hold: =1\).* HELD spinlock
 */
