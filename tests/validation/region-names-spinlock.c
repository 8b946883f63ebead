// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

#undef spin_lock_irqsave
#undef spin_unlock_irqrestore
void spin_lock_irqsave(spinlock_t *lock);
void spin_unlock_irqrestore(spinlock_t *lock);
void spin_lock_nested(spinlock_t *lock);
void spin_lock_nest_lock(spinlock_t *lock);
void spin_lock_irqsave_nested(spinlock_t *lock);
void target(int mark);

void with_spin_lock(spinlock_t *lock)
{
	spin_lock(lock);
	target(1);
	spin_unlock(lock);
	target(2);
}

void with_spin_lock_bh(spinlock_t *lock)
{
	spin_lock_bh(lock);
	target(1);
	spin_unlock_bh(lock);
	target(2);
}

void with_spin_lock_irq(spinlock_t *lock)
{
	spin_lock_irq(lock);
	target(1);
	spin_unlock_irq(lock);
	target(2);
}

void with_spin_lock_irqsave(spinlock_t *lock)
{
	spin_lock_irqsave(lock);
	target(1);
	spin_unlock_irqrestore(lock);
	target(2);
}

void with_spin_lock_nested(spinlock_t *lock)
{
	spin_lock_nested(lock);
	target(1);
	spin_unlock(lock);
	target(2);
}

void with_spin_lock_nest_lock(spinlock_t *lock)
{
	spin_lock_nest_lock(lock);
	target(1);
	spin_unlock(lock);
	target(2);
}

void with_spin_lock_irqsave_nested(spinlock_t *lock)
{
	spin_lock_irqsave_nested(lock);
	target(1);
	spin_unlock_irqrestore(lock);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: spinlocks, by every name that source or bitcode has for them
 * expect: with_spin_lock: =1\).* HELD spinlock by
 * reject: with_spin_lock: =2\).* HELD
 * expect: with_spin_lock_bh: =1\).* HELD spinlock bh-off by
 * reject: with_spin_lock_bh: =2\).* HELD
 * expect: with_spin_lock_irq: =1\).* HELD spinlock irq-off by
 * reject: with_spin_lock_irq: =2\).* HELD
 * expect: with_spin_lock_irqsave: =1\).* HELD spinlock irq-off by
 * reject: with_spin_lock_irqsave: =2\).* HELD
 * expect: with_spin_lock_nested: =1\).* HELD spinlock by
 * reject: with_spin_lock_nested: =2\).* HELD
 * expect: with_spin_lock_nest_lock: =1\).* HELD spinlock by
 * reject: with_spin_lock_nest_lock: =2\).* HELD
 * expect: with_spin_lock_irqsave_nested: =1\).* HELD spinlock irq-off by
 * reject: with_spin_lock_irqsave_nested: =2\).* HELD
 */
