// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

#undef spin_unlock_irqrestore
int spin_trylock_bh(spinlock_t *lock);
int spin_trylock_irq(spinlock_t *lock);
int spin_trylock_irqsave(spinlock_t *lock);
void spin_unlock_irqrestore(spinlock_t *lock);
int _raw_spin_trylock(spinlock_t *lock);
void _raw_spin_unlock(spinlock_t *lock);
int _raw_spin_trylock_bh(spinlock_t *lock);
void _raw_spin_unlock_bh(spinlock_t *lock);
int __netif_tx_trylock(spinlock_t *lock);
void __netif_tx_unlock(spinlock_t *lock);
void target(int mark);

void with_spin_trylock(spinlock_t *lock)
{
	if (spin_trylock(lock)) {
		target(1);
		spin_unlock(lock);
	} else {
		target(2);
	}
	target(3);
}

void with_spin_trylock_bh(spinlock_t *lock)
{
	if (spin_trylock_bh(lock)) {
		target(1);
		spin_unlock_bh(lock);
	} else {
		target(2);
	}
	target(3);
}

void with_spin_trylock_irq(spinlock_t *lock)
{
	if (spin_trylock_irq(lock)) {
		target(1);
		spin_unlock_irq(lock);
	} else {
		target(2);
	}
	target(3);
}

void with_spin_trylock_irqsave(spinlock_t *lock)
{
	if (spin_trylock_irqsave(lock)) {
		target(1);
		spin_unlock_irqrestore(lock);
	} else {
		target(2);
	}
	target(3);
}

void with__raw_spin_trylock(spinlock_t *lock)
{
	if (_raw_spin_trylock(lock)) {
		target(1);
		_raw_spin_unlock(lock);
	} else {
		target(2);
	}
	target(3);
}

void with__raw_spin_trylock_bh(spinlock_t *lock)
{
	if (_raw_spin_trylock_bh(lock)) {
		target(1);
		_raw_spin_unlock_bh(lock);
	} else {
		target(2);
	}
	target(3);
}

void with___netif_tx_trylock(spinlock_t *lock)
{
	if (__netif_tx_trylock(lock)) {
		target(1);
		__netif_tx_unlock(lock);
	} else {
		target(2);
	}
	target(3);
}

MODULE_LICENSE("GPL");
/*
 * check-name: locks that are tried: held where the result is true
 * expect: with_spin_trylock: =1\).* HELD spinlock by
 * reject: with_spin_trylock: =[23]\).* HELD
 * expect: with_spin_trylock_bh: =1\).* HELD spinlock bh-off by
 * reject: with_spin_trylock_bh: =[23]\).* HELD
 * expect: with_spin_trylock_irq: =1\).* HELD spinlock irq-off by
 * reject: with_spin_trylock_irq: =[23]\).* HELD
 * expect: with_spin_trylock_irqsave: =1\).* HELD spinlock irq-off by
 * reject: with_spin_trylock_irqsave: =[23]\).* HELD
 * expect: with__raw_spin_trylock: =1\).* HELD spinlock by
 * reject: with__raw_spin_trylock: =[23]\).* HELD
 * expect: with__raw_spin_trylock_bh: =1\).* HELD spinlock bh-off by
 * reject: with__raw_spin_trylock_bh: =[23]\).* HELD
 * expect: with___netif_tx_trylock: =1\).* HELD spinlock by
 * reject: with___netif_tx_trylock: =[23]\).* HELD
 */
