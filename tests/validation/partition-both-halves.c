// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;

static int scale(int x)
{
	return x * 3;
}

static ssize_t get(struct file *file, char __user *to, size_t count, loff_t *position)
{
	return scale(count);
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	int x;

	spin_lock(&lock);
	x = scale(argument);
	spin_unlock(&lock);
	return x;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
	.read = get,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a pure helper of kept and moved code is in both halves
 * check-flags: --no-sections
 * domain: control: kernel
 * domain: get: user
 * domain: scale: both
 * reason: scale: ^helper: helper of get\(\) in the user half and of control\(\) in the kernel
 */
