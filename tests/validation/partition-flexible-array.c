// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct chip {
	int count;
	u8 tail[];
};
static struct chip *chip;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return chip->tail[argument];
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a flexible array of unknown length pins
 * domain: control: kernel
 * reason: control: ^pinned: .*tail is a flexible array of unknown length
 */
