// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return ((int (*)(int))argument)(1);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a call through a pointer of unknown origin pins
 * domain: control: kernel
 * reason: control: ^pinned: calls through .argument., a parameter .* whose target may be the kernel
 */
