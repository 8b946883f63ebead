// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int level;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return level;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a hint about a function that does not exist names the nearest one
 * check-flags: --hints hint-unknown-function.yaml
 * check-status: 1
 * error: hint-unknown-function.yaml:3:3: function 'contrl' does not exist; did you mean 'control'
 */
