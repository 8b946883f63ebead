// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct part {
	int level;
};
struct chip {
	u8 name[16];
	struct part *part;
};
static struct chip chip;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	chip.name[0] = argument;
	return chip.part->level;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: numbers, arrays of them, and pointers to tracked records cross
 * domain: control: user
 * plan: pointers.ambiguous: ^0$
 */
