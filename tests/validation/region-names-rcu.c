// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void __rcu_read_lock(void);
void __rcu_read_unlock(void);
void rcu_read_lock_bh(void);
void rcu_read_unlock_bh(void);
void rcu_read_lock_sched(void);
void rcu_read_unlock_sched(void);
void target(int mark);

void with_rcu_read_lock(void)
{
	rcu_read_lock();
	target(1);
	rcu_read_unlock();
	target(2);
}

void with___rcu_read_lock(void)
{
	__rcu_read_lock();
	target(1);
	__rcu_read_unlock();
	target(2);
}

void with_rcu_read_lock_bh(void)
{
	rcu_read_lock_bh();
	target(1);
	rcu_read_unlock_bh();
	target(2);
}

void with_rcu_read_lock_sched(void)
{
	rcu_read_lock_sched();
	target(1);
	rcu_read_unlock_sched();
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: RCU read-side critical sections
 * expect: with_rcu_read_lock: =1\).* HELD rcu by
 * reject: with_rcu_read_lock: =2\).* HELD
 * expect: with___rcu_read_lock: =1\).* HELD rcu by
 * reject: with___rcu_read_lock: =2\).* HELD
 * expect: with_rcu_read_lock_bh: =1\).* HELD bh-off rcu by
 * reject: with_rcu_read_lock_bh: =2\).* HELD
 * expect: with_rcu_read_lock_sched: =1\).* HELD rcu preempt-off by
 * reject: with_rcu_read_lock_sched: =2\).* HELD
 */
