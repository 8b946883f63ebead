// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>

struct thing {
	int value;
	spinlock_t lock;
	rwlock_t table;
	raw_spinlock_t raw;
};

void all(struct thing *thing)
{
	unsigned long flags;

	spin_lock_irqsave(&thing->lock, flags);
	thing->value++;
	spin_unlock_irqrestore(&thing->lock, flags);
	read_lock_bh(&thing->table);
	read_unlock_bh(&thing->table);
	raw_spin_lock_irq(&thing->raw);
	raw_spin_unlock_irq(&thing->raw);
}

MODULE_LICENSE("GPL");
/*
 * check-name: which lock the macros and inlines of the kernel take
 * plan: locks.0.name: ^struct thing.lock$
 * plan: locks.0.sites.0.variant: ^irqsave$
 * plan: locks.1.name: ^struct thing.raw$
 * plan: locks.1.sites.0.variant: ^irq$
 * plan: locks.2.name: ^struct thing.table$
 * plan: locks.2.sites.0.variant: ^bh$
 */
