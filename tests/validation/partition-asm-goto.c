// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	asm goto("jmp %l0" : : : : out);
	return 1;
out:
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: assembly that jumps pins
 * domain: control: kernel
 * reason: control: ^pinned: has asm goto
 */
