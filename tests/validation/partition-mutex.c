// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static struct mutex lock;
static int level;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	mutex_lock(&lock);
	level = argument;
	mutex_unlock(&lock);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a mutex may be held by the user half
 * domain: control: user
 * plan: downcalls: "mutex_lock"
 * plan: downcalls: "mutex_unlock"
 */
