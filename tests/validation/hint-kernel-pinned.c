// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int consume(int level);

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return consume(3);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a hint pins a kernel function and with it what calls it
 * check-flags: --hints hint-kernel-pinned.yaml
 * domain: control: kernel
 * reason: control: ^pinned: calls consume\(\): must not be late
 */
