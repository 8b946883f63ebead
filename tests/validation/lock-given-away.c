// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	spinlock_t lock;
};

static struct thing thing;
void make_queue(spinlock_t *lock);

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	make_queue(&thing.lock);
	spin_lock(&thing.lock);
	spin_unlock(&thing.lock);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a lock whose address the kernel has may be taken anywhere
 * plan: locks.0.name: ^struct thing.lock$
 * plan: locks.0.outside: (?i)^true$
 * plan: locks.0.class: ^unknown$
 */
