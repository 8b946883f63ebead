// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void __raw_spin_lock(spinlock_t *lock);
void __raw_spin_unlock(spinlock_t *lock);
void __raw_spin_lock_bh(spinlock_t *lock);
void __raw_spin_unlock_bh(spinlock_t *lock);
void __raw_spin_lock_irq(spinlock_t *lock);
void __raw_spin_unlock_irq(spinlock_t *lock);
void __raw_spin_lock_irqsave(spinlock_t *lock);
void __raw_spin_unlock_irqrestore(spinlock_t *lock);
void target(int mark);

void with___raw_spin_lock(spinlock_t *lock)
{
	__raw_spin_lock(lock);
	target(1);
	__raw_spin_unlock(lock);
	target(2);
}

void with___raw_spin_lock_bh(spinlock_t *lock)
{
	__raw_spin_lock_bh(lock);
	target(1);
	__raw_spin_unlock_bh(lock);
	target(2);
}

void with___raw_spin_lock_irq(spinlock_t *lock)
{
	__raw_spin_lock_irq(lock);
	target(1);
	__raw_spin_unlock_irq(lock);
	target(2);
}

void with___raw_spin_lock_irqsave(spinlock_t *lock)
{
	__raw_spin_lock_irqsave(lock);
	target(1);
	__raw_spin_unlock_irqrestore(lock);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: the inlines behind spinlocks
 * expect: with___raw_spin_lock: =1\).* HELD spinlock by
 * reject: with___raw_spin_lock: =2\).* HELD
 * expect: with___raw_spin_lock_bh: =1\).* HELD spinlock bh-off by
 * reject: with___raw_spin_lock_bh: =2\).* HELD
 * expect: with___raw_spin_lock_irq: =1\).* HELD spinlock irq-off by
 * reject: with___raw_spin_lock_irq: =2\).* HELD
 * expect: with___raw_spin_lock_irqsave: =1\).* HELD spinlock irq-off by
 * reject: with___raw_spin_lock_irqsave: =2\).* HELD
 */
