// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

#define MAKE(name) \
	static int name(int x) { return x + 1; }
MAKE(made)

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return made(argument);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a function that a macro defines has no body that could be replaced
 * domain: control: user
 * domain: made: kernel
 * reason: made: ^module: defined by a macro
 */
