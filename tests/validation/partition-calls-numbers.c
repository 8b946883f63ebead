// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int set_level(unsigned int level);

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return set_level(argument);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a kernel function of numbers is called by its prototype, as an assumption
 * domain: control: user
 * plan: downcalls: "set_level"
 * assumption: set_level\(\) needs no more than its prototype says
 */
