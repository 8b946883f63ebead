// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	int value;
	spinlock_t lock;
};

static spinlock_t *lock_of(struct thing *thing)
{
	return &thing->lock;
}

static spinlock_t *same(spinlock_t *lock)
{
	return lock;
}

void add(struct thing *thing)
{
	spin_lock(lock_of(thing));
	thing->value++;
	spin_unlock(lock_of(thing));
	spin_lock(same(&thing->lock));
	thing->value++;
	spin_unlock(&thing->lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: functions that return the lock of their argument, or the argument
 * plan: locks.0.name: ^struct thing.lock$
 * plan: locks.0.sites.1.function: ^add$
 * plan: locks.1.name: ^null$
 */
