// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int record_all(int count, ...);

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return record_all(2, 1, 2);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: other functions with variable arguments cannot be called across
 * domain: control: kernel
 * reason: control: ^pinned: calls record_all\(\): .*variable argument list
 */
