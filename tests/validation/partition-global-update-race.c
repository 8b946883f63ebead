// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static unsigned int hits, total, last, taken;

static void expired(struct timer_list *timer)
{
	hits++;
	total++;
	last = total;
}

struct timer_list timer = {
	.function = expired,
};

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	hits -= argument;
	taken += argument;
	return 0;
}

static ssize_t forget(struct file *file, char __user *to, size_t size, loff_t *at)
{
	last = 0;
	return hits + total;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
	.read = forget,
};

MODULE_LICENSE("GPL");
/*
 * check-name: globals that an interrupt updates: no update of them moves, plain stores and looks do
 * domain: control: kernel
 * reason: control: updates hits, which expired\(\) updates in interrupt context
 * domain: forget: user
 * assumption: forget\(\) writes last, and so does expired\(\), but never at the same time
 */
