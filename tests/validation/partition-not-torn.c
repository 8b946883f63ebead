// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static void *cookie;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	long error = request_threaded_irq(5, NULL, NULL, 0, "x", cookie);

	if (error)
		return error;
	if (!command)
		return 0;
	free_irq(5, cookie);
	return -EIO;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: what an operation acquired itself it may release: errors are handled that way
 * no-reason: control: releases by free_irq
 */
