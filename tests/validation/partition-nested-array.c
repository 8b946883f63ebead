// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct row {
	int cell;
};
struct grid {
	struct row rows[4];
};
struct chip {
	struct grid grids[4];
};
static struct chip chip;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	chip.grids[0].rows[1].cell = argument;
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: arrays within arrays of records have no wire form: what uses them stays
 * domain: control: kernel
 * reason: control: ^pinned: .*cell is an array within an array
 */
