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
 * check-name: a hint keeps a function in the kernel, with its reason
 * check-flags: --hints hint-domain-kernel.yaml
 * domain: control: kernel
 * reason: control: ^hint: a hint keeps it in the kernel: it is slow
 */
