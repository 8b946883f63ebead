// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int level;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	level = argument;
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: an operation called in process context that touches only data moves
 * context: control: process
 * domain: control: user
 * reason: control: ^movable: called in process context: struct file_operations.unlocked_ioctl
 * no-ambiguity: .
 */
