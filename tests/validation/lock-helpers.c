// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>

void target(int mark);

static void take(spinlock_t *lock)
{
	spin_lock(lock);
}

static void leave(spinlock_t *lock)
{
	spin_unlock(lock);
}

void by_helpers(spinlock_t *lock)
{
	take(lock);
	target(1);
	leave(lock);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: helpers that take and drop a lock for their caller
 * expect: by_helpers: =1\).* HELD spinlock by take\(lock\)
 * reject: by_helpers: =2\).* HELD
 */
