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
 * check-name: a parameter that does not exist
 * check-flags: --hints hint-unknown-parameter.yaml
 * check-status: 1
 * error: parameter 'commnd' does not exist; did you mean 'command'
 */
