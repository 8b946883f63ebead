// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static void *cookie;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	free_irq(5, cookie);
	return request_threaded_irq(5, NULL, NULL, 0, "x", cookie);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: giving up what another operation acquired and acquiring anew could be torn between
 * domain: control: kernel
 * reason: control: ^pinned: .*unlocked_ioctl: releases by free_irq\(\) what is in use
 */
