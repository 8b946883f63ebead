// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void many(spinlock_t *lock, int value)
{
	if (value & 1)
		rcu_read_lock();
	if (value & 2)
		local_bh_disable();
	if (value & 4)
		preempt_disable();
	if (value & 8)
		spin_lock(lock);
	if (value & 16)
		rcu_read_lock();
	if (value & 32)
		local_bh_disable();
	if (value & 64)
		preempt_disable();
	rcu_read_unlock();
	local_bh_enable();
	preempt_enable();
	target(1);
}

MODULE_LICENSE("GPL");
/*
 * check-name: where there are more ways than can be kept apart, whatever may be held is
 * expect: many: =1\).* HELD spinlock bh-off rcu preempt-off
 */
