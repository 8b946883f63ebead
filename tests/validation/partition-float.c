// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	double value = argument;

	return value * 1.5;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: floating point pins
 * domain: control: kernel
 * reason: control: ^pinned: computes in floating point
 */
