// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void open_it(spinlock_t *lock)
{
	spin_lock(lock);
}

void close_it(spinlock_t *lock)
{
	spin_unlock(lock);
}

void even(spinlock_t *lock)
{
	open_it(lock);
	close_it(lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: functions that leave a region open or end that of their caller
 * expect: open_it: regions OPENS spinlock$
 * expect: close_it: regions CLOSES spinlock$
 * reject: even: regions
 */
