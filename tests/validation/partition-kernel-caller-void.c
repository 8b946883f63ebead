// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;
static int level;

static void helper(int to)
{
	msleep(to);
	level = to;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	spin_lock(&lock);
	spin_unlock(&lock);
	helper(argument);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a void one that kept code calls has no way to say that nobody answered
 * check-flags: --no-sections
 * domain: control: kernel
 * domain: helper: kernel
 * reason: helper: ^no-failure: called from control\(\) in the kernel half and has no result
 */
