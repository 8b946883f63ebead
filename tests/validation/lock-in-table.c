// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	void (*lock)(spinlock_t *lock);
	void (*unlock)(spinlock_t *lock);
};

void target(int mark);

static void take(spinlock_t *lock)
{
	spin_lock(lock);
}

static void leave(spinlock_t *lock)
{
	spin_unlock(lock);
}

static const struct ops table = { .lock = take, .unlock = leave };
static const struct ops *ops = &table;

void through_table(spinlock_t *lock)
{
	ops->lock(lock);
	target(1);
	ops->unlock(lock);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: functions that lock and unlock, called through a table
 * expect: through_table: =1\).* HELD spinlock
 * reject: through_table: =2\).* HELD
 */
