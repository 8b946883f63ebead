// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int level;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	rcu_read_lock();
	level = argument;
	rcu_read_unlock();
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a region without a lock pins
 * check-flags: --no-sections
 * domain: control: kernel
 * reason: control: ^pinned: rcu_read_lock\(\) starts a region that must not sleep
 */
