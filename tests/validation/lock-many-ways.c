// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void many(spinlock_t *lock, int value)
{
	if (value & 1)
		spin_lock(lock);
	if (value & 2)
		rcu_read_lock();
	if (value & 4)
		local_bh_disable();
	if (value & 8)
		preempt_disable();
	if (value & 16)
		rcu_read_lock();
	if (value & 32)
		local_bh_disable();
	if (value & 64)
		preempt_disable();
	target(1);
}

MODULE_LICENSE("GPL");
/*
 * check-name: where there are more ways than can be kept apart, whatever may be held is
 * expect: many: =1\).* HELD spinlock bh-off rcu preempt-off
 */
