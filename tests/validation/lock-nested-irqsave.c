// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>

void target(int mark);

void nested(spinlock_t *lock, spinlock_t *other)
{
	unsigned long flags;

	spin_lock_irqsave(lock, flags);
	spin_lock(other);
	spin_unlock(other);
	target(1);
	spin_unlock_irqrestore(lock, flags);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: releasing the inner lock leaves the outer one held, with interrupts off
 * expect: nested: =1\).* HELD spinlock irq-off by spin_lock_irqsave\(lock, flags\)
 * reject: nested: =2\).* HELD
 */
