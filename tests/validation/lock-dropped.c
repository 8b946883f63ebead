// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>

void target(int mark);

void dropped(spinlock_t *lock)
{
	spin_unlock(lock);
	target(1);
	spin_lock(lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a function that drops its caller's lock holds nothing meanwhile
 * reject: dropped: =1\).* HELD
 */
