// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	asm volatile("outb %b0, %w1" : : "a"(1), "Nd"(0x80));
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: port I/O in assembly pins
 * domain: control: kernel
 * reason: control: ^pinned: uses a privileged instruction: port I/O
 */
