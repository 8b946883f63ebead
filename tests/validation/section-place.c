// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	spinlock_t lock;
	int count, last, table[8];
	void *memory;
};
static struct thing thing;

#define STAND_ALONE

STAND_ALONE
static long control(struct file *file, unsigned int command, unsigned long argument)
{
	struct thing *t = &thing;
	int old;

	spin_lock_irq(&t->lock);
	old = t->count;
	spin_unlock_irq(&t->lock);
	if (command == 3)
		return 3;
	if (command == 4)
		return 5;
	return old;
}

const struct file_operations fops = { .unlocked_ioctl = control };
MODULE_LICENSE("GPL");
/*
 * check-name: what stands before a function may belong to it: nothing is put in between
 * domain: control: kernel
 */
