// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	static const int table[] = { 1, 2, 3 };

	return table[argument & 1];
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a constant one does not
 * domain: control: user
 */
