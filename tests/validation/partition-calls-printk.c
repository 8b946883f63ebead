// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	_printk("level %lu\n", argument);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: printing is formatted locally and crosses as text
 * domain: control: user
 * plan: downcalls: "_printk"
 */
