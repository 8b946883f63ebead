// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int announce(const char *name);

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return announce("name");
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a constant string is a string, whatever the callee is
 * domain: control: user
 * plan: downcalls: "announce"
 */
