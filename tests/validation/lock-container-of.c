// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct inner {
	int value;
};

struct outer {
	spinlock_t lock;
	struct inner inner;
};

void add(struct inner *inner)
{
	struct outer *outer = container_of(inner, struct outer, inner);
	spinlock_t *lock = &outer->lock;

	spin_lock(lock);
	inner->value++;
	spin_unlock(lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a lock found by container_of() and kept in a variable
 * plan: locks.0.name: ^struct outer.lock$
 * plan: locks.0.known: (?i)^true$
 */
