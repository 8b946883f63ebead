// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;
static int level;

static int set(int to)
{
	spin_lock(&lock);
	level = to;
	spin_unlock(&lock);
	return 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return set(argument);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a moved function calls a kept one by a downcall
 * check-flags: --no-sections
 * domain: control: user
 * domain: set: kernel
 * plan: functions.set.downcall: true
 * plan: downcalls: "set"
 */
