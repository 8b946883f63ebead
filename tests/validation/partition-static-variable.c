// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	static int calls;

	return ++calls;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a static variable of a function pins
 * domain: control: kernel
 * reason: control: ^pinned: keeps 'calls', a static variable, between calls
 */
