// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/rcupdate.h>

void target(int mark);

void reader(void)
{
	rcu_read_lock();
	target(1);
	rcu_read_unlock();
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: an RCU read-side critical section
 * expect: reader: =1\).* HELD rcu
 * reject: reader: =2\).* HELD
 */
