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
 * check-name: a hint that changes nothing is told so
 * check-flags: --hints hint-useless.yaml
 * domain: control: user
 * warning: the hint about control\(\) changes nothing; remove it
 */
