// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/spinlock.h>
#include "other.h"

static DEFINE_SPINLOCK(lock);

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	int result;

	spin_lock(&lock);
	result = under_lock(argument);
	spin_unlock(&lock);
	return result;
}

static ssize_t write(struct file *file, const char __user *from, size_t count, loff_t *position)
{
	return outside(count);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
	.write = write,
};

MODULE_LICENSE("GPL");
/*
 * check-name: what is called under a lock of another file
 * check-flags: --no-sections
 * context: under_lock: atomic
 * reason: under_lock: ^lock-held: called from control\(\) .*main.c:14:11\) via control
 * domain: under_lock: kernel
 * domain: outside: user
 * reason: outside: ^movable: called from write\(\) in process context
 */
