// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct thing {
	spinlock_t lock;
	int count, last, table[8];
	unsigned long flags;
};
static struct thing thing;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	struct thing *t = &thing;
	long result = 5;

	if (test_and_set_bit(3, &t->flags))
		return -EBUSY;
	if (command == 3)
		result = t->last;
	if (command == 4)
		t->last = 7;
	if (command == 5)
		result = 17;
	clear_bit(3, &t->flags);
	return result;
}

const struct file_operations fops = { .unlocked_ioctl = control };
MODULE_LICENSE("GPL");
/*
 * check-name: a bit that is taken and given back is two sections, told to the undo log
 * domain: control: user
 * domain: control_section1: kernel
 * domain: control_section2: kernel
 */
