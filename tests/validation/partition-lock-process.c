// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;
static int level;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	spin_lock(&lock);
	level = argument;
	spin_unlock(&lock);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a lock that process context alone takes still keeps its critical section
 * check-flags: --no-sections
 * domain: control: kernel
 * reason: control: ^takes-lock: takes &lock by spin_lock\(\), which is only taken in process
 * no-reason: control: shared with
 */
