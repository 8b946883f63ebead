// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/fs.h>
#include "other.h"

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return twice(argument) + other(1);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: an inline of the driver's own header is in both halves without being asked
 * expect: twice: function twice .* header
 * domain: control: user
 * domain: other: user
 */
