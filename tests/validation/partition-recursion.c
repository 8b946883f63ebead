// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int down(int n)
{
	return n > 0 ? down(n - 1) : 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return down(argument);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a function that calls itself moves like any other
 * domain: control: user
 * domain: down: user
 */
