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
	int old;

	if (argument > 100)
		return -EIO;
	spin_lock_irq(&t->lock);
	old = t->count;
	t->count = argument;
	spin_unlock_irq(&t->lock);
	if (old == 3)
		return 4;
	return old;
}

const struct file_operations fops = { .unlocked_ioctl = control };
MODULE_LICENSE("GPL");
/*
 * check-name: what a lock protects stays, the function around it moves
 * domain: control: user
 * domain: control_section1: kernel
 * plan: functions.control.lines: ^11$
 * plan: functions.control_section1.lines: ^4$
 * plan: functions.control_section1.section: true
 */
