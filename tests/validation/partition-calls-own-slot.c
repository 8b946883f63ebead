// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	int (*set)(int level);
};

static int level;

static int set(int to)
{
	return level = to;
}

static const struct ops table = {
	.set = set,
};
static const struct ops *ops = &table;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return ops->set(argument);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a call through a table of the driver goes where its functions are
 * domain: control: user
 * domain: set: user
 */
