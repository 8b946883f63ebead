// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	asm volatile("ud0 %eax, %eax");
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: assembly with side effects pins
 * domain: control: kernel
 * reason: control: ^pinned: has inline assembly with side effects: .*ud0.*-effect.c:6:2
 */
