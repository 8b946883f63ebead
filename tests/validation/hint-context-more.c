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
 * check-name: a hint that knows of a further, atomic context is believed
 * check-flags: --hints hint-context-more.yaml
 * context: control: process atomic
 * domain: control: kernel
 * reason: control: ^root: called in atomic context
 */
