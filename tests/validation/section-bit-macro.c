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

#define TAKE(t) test_and_set_bit(3, &(t)->flags)
#define GIVE(t) clear_bit(3, &(t)->flags)

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	struct thing *t = &thing;
	long result = 5;

	if (TAKE(t))
		return -EBUSY;
	if (command == 3)
		result = t->last;
	if (command == 4)
		t->last = 7;
	if (command == 5)
		result = 17;
	GIVE(t);
	return result;
}

const struct file_operations fops = { .unlocked_ioctl = control };
MODULE_LICENSE("GPL");
/*
 * check-name: bits of macros may be one and the same: what gives it back cannot be said
 * domain: control: kernel
 */
