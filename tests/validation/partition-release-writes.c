// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct chip {
	int open;
};
static struct chip chip;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return chip.open;
}

static int release(struct inode *inode, struct file *file)
{
	chip.open = 0;
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
	.release = release,
};

MODULE_LICENSE("GPL");
/*
 * check-name: so does one that writes what other code looks at
 * domain: release: kernel
 * reason: release: ^no-failure: writes struct chip.open, which control\(\) uses.* via control
 */
