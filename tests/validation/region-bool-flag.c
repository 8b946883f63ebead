// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void flagged(spinlock_t *lock, bool wanted)
{
	if (wanted)
		spin_lock(lock);
	target(1);
	if (!wanted)
		return;
	target(2);
	spin_unlock(lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a bool parameter tells twice whether the lock is held
 * reject: flagged: =1\).* SURELY
 * expect: flagged: =2\).* SURELY spinlock
 * reject: flagged: regions
 */
