// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int _atomic_dec_and_lock(int *count, spinlock_t *lock);
int _atomic_dec_and_lock_irqsave(int *count, spinlock_t *lock, unsigned long *flags);
int refcount_dec_and_lock(int *count, spinlock_t *lock);
int refcount_dec_and_lock_irqsave(int *count, spinlock_t *lock, unsigned long *flags);
void target(int mark);

struct thing {
	int count;
	spinlock_t lock;
};

void with_atomic(struct thing *thing)
{
	if (!_atomic_dec_and_lock(&thing->count, &thing->lock)) {
		target(2);
		return;
	}
	target(1);
	spin_unlock(&thing->lock);
}

void with_atomic_irqsave(struct thing *thing)
{
	unsigned long flags;

	if (!_atomic_dec_and_lock_irqsave(&thing->count, &thing->lock, &flags))
		return;
	target(1);
	spin_unlock_irqrestore(&thing->lock, flags);
	target(2);
}

void with_refcount(struct thing *thing)
{
	if (!refcount_dec_and_lock(&thing->count, &thing->lock))
		return;
	target(1);
	spin_unlock(&thing->lock);
	target(2);
}

void with_refcount_irqsave(struct thing *thing)
{
	unsigned long flags;

	if (!refcount_dec_and_lock_irqsave(&thing->count, &thing->lock, &flags))
		return;
	target(1);
	spin_unlock_irqrestore(&thing->lock, flags);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: locks that are taken when a count falls to zero
 * reject: with_atomic: =2\).* HELD
 * expect: with_atomic: =1\).* SURELY spinlock
 * expect: with_atomic_irqsave: =1\).* SURELY spinlock irq-off
 * reject: with_atomic_irqsave: =2\).* HELD
 * expect: with_refcount: =1\).* SURELY spinlock
 * reject: with_refcount: =2\).* HELD
 * expect: with_refcount_irqsave: =1\).* SURELY spinlock irq-off
 * reject: with_refcount_irqsave: =2\).* HELD
 * plan: locks.0.name: ^struct thing.lock$
 */
