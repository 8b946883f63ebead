// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	int plain;
	int **table;
};

static struct thing *one;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return ((u8 *)one)[argument];
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
 * check-name: raw use of a record that cannot cross as a whole keeps a function, with one reason
 * domain: control: kernel
 * reason: control: uses struct thing as raw memory, and in it .*table is a pointer to pointers
 */
