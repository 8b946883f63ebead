// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>

void target(int mark);

void tries(spinlock_t *lock)
{
	unsigned long flags;

	if (!spin_trylock_irqsave(lock, flags)) {
		target(1);
		return;
	}
	target(2);
	spin_unlock_irqrestore(lock, flags);
	target(3);
}

MODULE_LICENSE("GPL");
/*
 * check-name: the macro that tries a lock with interrupts off
 * reject: tries: =1\).* HELD
 * expect: tries: =2\).* SURELY spinlock irq-off
 * reject: tries: =3\).* HELD
 */
