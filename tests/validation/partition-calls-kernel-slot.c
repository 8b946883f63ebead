// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct chip {
	const struct file_operations *lower;
};
static struct chip chip;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return chip.lower->unlocked_ioctl(file, command, argument);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a call through a slot that the kernel fills pins
 * check-flags: --no-sections
 * domain: control: kernel
 * reason: control: ^pinned: calls through struct file_operations.unlocked_ioctl
 */
