// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	u32 value = command;

	asm("bswap %0" : "+r"(value));
	return value;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: assembly that only computes does not pin
 * domain: control: user
 */
