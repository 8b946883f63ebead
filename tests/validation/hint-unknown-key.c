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
 * check-name: a key that does not exist is refused where it stands
 * check-flags: --hints hint-unknown-key.yaml
 * check-status: 1
 * error: hint-unknown-key.yaml:3:[0-9]+: .*domian.*domain
 */
