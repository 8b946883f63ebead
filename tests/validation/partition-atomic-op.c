// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int counter;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	asm volatile("lock; incl %0" : "+m"(counter));
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a locked instruction pins: a twin is not the object
 * domain: control: kernel
 * reason: control: ^pinned: has an atomic operation
 */
