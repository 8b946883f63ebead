// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	spinlock_t first;
	spinlock_t second;
};

void either(struct thing *thing, int which)
{
	spinlock_t *lock = &thing->first;

	if (which)
		lock = &thing->second;
	spin_lock(lock);
	spin_unlock(lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a variable that points at one of two locks is neither
 * plan: locks.0.name: ^lock in either\(\)$
 * plan: locks.0.known: (?i)^false$
 * plan: locks.0.class: ^unknown$
 */
