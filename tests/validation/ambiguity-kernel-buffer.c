// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int transfer(struct file *file, u8 *bytes, int count);

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	u8 bytes[8];

	return transfer(file, bytes, sizeof(bytes)) ? bytes[0] : 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: bytes that an unknown kernel function gets
 * check-settle: control BYTES=$2
 * domain: control: kernel
 * ambiguity: unknown length .* hint kernel: \{transfer: \{args: \{1: 
 */
