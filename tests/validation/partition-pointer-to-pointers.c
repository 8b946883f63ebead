// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct chip {
	int **levels;
};
static struct chip chip;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return **chip.levels;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a pointer to pointers has no wire form
 * domain: control: kernel
 * reason: control: ^pinned: struct chip.levels is a pointer to pointers
 */
