// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int helper(int x)
{
	return x + 1;
}

static void expired(struct timer_list *timer)
{
	helper(1);
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return helper(2);
}

struct timer_list timer = {
	.function = expired,
};
const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a helper of code in two contexts has both, and may be in both halves
 * context: helper: process softirq
 * domain: helper: both
 * domain: control: user
 * domain: expired: kernel
 */
