// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int level;

static int set(int to)
{
	return level = to;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return set(argument);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a helper that only moved code calls moves with it
 * domain: control: user
 * domain: set: user
 * reason: set: ^movable: called from control\(\) in process context .* via control
 */
