// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	free_irq(5, file);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: an operation that only gives up what another acquired could be torn
 * domain: control: kernel
 * reason: control: ^pinned: .*unlocked_ioctl: releases by free_irq\(\) what is in use
 */
