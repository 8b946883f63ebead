// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct pair {
	u32 values[2];
};

struct row {
	struct pair pairs[2];
};

struct thing {
	struct row rows[2];
	struct row one;
};

static struct thing *one;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	one->rows[argument] = one->one;
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

static int __init start(void)
{
	one = kzalloc(sizeof(*one), GFP_KERNEL);
	return one ? 0 : -ENOMEM;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: arrays of records in arrays of records have no wire form
 * domain: control: kernel
 * reason: control: ^pinned: struct thing.rows is an array within an array
 */
