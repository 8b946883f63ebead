// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct chip {
	int level;
};
static struct chip chip;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return chip.level;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a field that does not exist
 * check-flags: --hints hint-unknown-field.yaml
 * check-status: 1
 * error: field 'levl' does not exist; did you mean 'level'
 */
