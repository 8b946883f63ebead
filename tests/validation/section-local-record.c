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
	struct thing other = { .last = 3 }, *t = &other;
	int old;

	if (argument > 100)
		return -EIO;
	spin_lock_irq(&thing.lock);
	old = t->last;
	thing.count = 3;
	spin_unlock_irq(&thing.lock);
	if (old == 3)
		return 4;
	return old;
}

const struct file_operations fops = { .unlocked_ioctl = control };
MODULE_LICENSE("GPL");
/*
 * check-name: a record on the stack of the user half does not come to the kernel
 * domain: control: kernel
 */
