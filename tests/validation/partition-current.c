// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/sched.h>

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return current->pid;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: reading current pins
 * domain: control: kernel
 * reason: control: ^pinned: .*current
 */
