// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

extern int panic_timeout;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return panic_timeout;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a variable of the kernel pins
 * domain: control: kernel
 * reason: control: ^pinned: touches panic_timeout, a global of the kernel
 */
