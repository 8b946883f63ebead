// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct locking {
	void (*take)(spinlock_t *lock);
	void (*leave)(spinlock_t *lock);
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

static const struct locking locking = { .take = take, .leave = leave };

void by_table(const struct locking *table, spinlock_t *lock)
{
	table->take(lock);
	target(1);
	table->leave(lock);
	target(2);
}

const struct locking *the_table(void)
{
	return &locking;
}

MODULE_LICENSE("GPL");
/*
 * check-name: helpers behind function pointers that take and drop a lock
 * expect: by_table: =1\).* HELD spinlock by table->take\(lock\)
 * reject: by_table: =2\).* HELD
 */
