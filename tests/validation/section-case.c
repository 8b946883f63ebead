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
		result = 1;
		break;
	case 2:
		spin_lock_irq(&t->lock);
		result = t->count;
		spin_unlock_irq(&t->lock);
		break;
	default:
		result = -EIO;
	}
	return result;
}

const struct file_operations fops = { .unlocked_ioctl = control };
MODULE_LICENSE("GPL");
/*
 * check-name: what a case marks is a section, and the case is not
 * domain: control: user
 * domain: control_section1: kernel
 * plan: functions.control_section1.lines: ^3$
 */
