// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	int value;
	spinlock_t lock;
};

static struct thing thing;

static void really_take(spinlock_t *lock)
{
	spin_lock_bh(lock);
}

static void take(spinlock_t *lock)
{
	really_take(lock);
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	take(&thing.lock);
	thing.value++;
	spin_unlock_bh(&thing.lock);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a lock that helpers are given as an argument is the caller's
 * plan: locks.0.name: ^struct thing.lock$
 * plan: locks.0.sites.0.function: ^control$
 * plan: locks.0.sites.0.helper: ^take$
 * plan: locks.0.sites.0.variant: ^bh$
 * plan: locks.1.name: ^null$
 */
