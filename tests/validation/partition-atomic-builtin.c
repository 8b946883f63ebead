// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int counter;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return __atomic_fetch_add(&counter, 1, __ATOMIC_SEQ_CST);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: so does an atomic operation of the compiler
 * domain: control: kernel
 * reason: control: ^pinned: has an atomic operation
 */
