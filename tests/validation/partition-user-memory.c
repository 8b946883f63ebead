// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

unsigned long _copy_to_user(void __user *to, const void *from, unsigned long count);
static int level;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return _copy_to_user((void __user *)argument, &level, sizeof(level)) ? -EIO : 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: user memory is read and written by downcalls
 * domain: control: user
 * plan: downcalls: "_copy_to_user"
 */
