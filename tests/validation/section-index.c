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
	long result;

	if (argument > 7)
		return -EIO;
	spin_lock_irq(&t->lock);
	result = t->table[argument];
	spin_unlock_irq(&t->lock);
	if (result > 100)
		result = 100;
	if (result < 0)
		result = 0;
	return result;
}

const struct file_operations fops = { .unlocked_ioctl = control };
MODULE_LICENSE("GPL");
/*
 * check-name: a number that was checked in the user half is no index
 * domain: control: kernel
 * reason: control: takes &thing.lock|takes &t->lock
 */
