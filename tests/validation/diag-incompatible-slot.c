// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int control(int x)
{
	return x;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a function of the wrong type in a table
 * check-status: 1
 * error: diag-incompatible-slot.c:10:20: incompatible function pointer types
 */
