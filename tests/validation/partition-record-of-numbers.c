// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct part {
	int level;
};
struct chip {
	struct part part;
};
static struct chip chip;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	struct part part = chip.part;

	return part.level;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: copying a record of numbers does not
 * domain: control: user
 */
