// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;
static int level;

static int helper(int to)
{
	msleep(to);
	return level = to;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	spin_lock(&lock);
	spin_unlock(&lock);
	return helper(argument);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a function that kept code calls stays: it must work without the user half
 * check-flags: --no-sections
 * domain: control: kernel
 * domain: helper: kernel
 * reason: helper: ^no-failure: called from control\(\) in the kernel.*, which must work without
 */
