// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

extern int level;
extern int kernels;

static inline int early(void)
{
	return level;
}

int level;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	level = argument;
	return early();
}

static ssize_t look(struct file *file, char __user *to, size_t size, loff_t *at)
{
	return kernels;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
	.read = look,
};

MODULE_LICENSE("GPL");
/*
 * check-name: "int x;" after "extern int x;" is the driver's own
 * domain: control: user
 * domain: look: kernel
 * reason: look: touches kernels, a global of the kernel
 */
