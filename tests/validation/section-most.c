// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	spinlock_t lock;
	int count, last, table[8];
	void *memory;
};
static struct thing thing;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	struct thing *t = &thing;

	spin_lock_irq(&t->lock);
	t->count = 1;
	t->last = 2;
	t->count += 3;
	t->last += 4;
	t->count *= 2;
	spin_unlock_irq(&t->lock);
	return 0;
}

const struct file_operations fops = { .unlocked_ioctl = control };
MODULE_LICENSE("GPL");
/*
 * check-name: a function of which more than half would be sections stays
 * domain: control: kernel
 */
