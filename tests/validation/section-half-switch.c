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
	long result = 0;

	switch (command) {
	case 1:
		spin_lock_irq(&t->lock);
		result = t->last;
		goto locked;
	case 2:
		spin_lock_irq(&t->lock);
locked:
		result += t->count;
		spin_unlock_irq(&t->lock);
		break;
	default:
		result = -EIO;
	}
	if (result > 7)
		return 7;
	if (result > 8)
		return 8;
	return result;
}

const struct file_operations fops = { .unlocked_ioctl = control };
MODULE_LICENSE("GPL");
/*
 * check-name: two cases that share the end of a critical section cannot be taken apart
 * domain: control: kernel
 */
