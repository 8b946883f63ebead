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

	set_bit(3, &t->flags);
	if (command == 3)
		result = t->last;
	if (command == 4)
		result = t->count;
	if (command == 5)
		result = 17;
	clear_bit(3, &t->flags);
	return result;
}

const struct file_operations fops = { .unlocked_ioctl = control };
MODULE_LICENSE("GPL");
/*
 * check-name: a bit set and cleared, which was perhaps set before: what to undo is not known
 * domain: control: kernel
 */
