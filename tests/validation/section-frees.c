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
	long result = 5;

	if (argument > 7)
		return -EIO;
	spin_lock_irq(&t->lock);
	kfree(t->memory);
	t->memory = NULL;
	spin_unlock_irq(&t->lock);
	if (command == 3)
		result = 100;
	if (command == 4)
		result = 0;
	return result;
}

const struct file_operations fops = { .unlocked_ioctl = control };
MODULE_LICENSE("GPL");
/*
 * check-name: memory is not freed at the word of the user half
 * domain: control: kernel
 */
