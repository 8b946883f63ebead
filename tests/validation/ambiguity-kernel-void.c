// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int transfer(struct file *file, void *memory, int count);

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
 * check-name: a void * that an unknown kernel function gets
 * check-settle: control BYTES=$2
 * domain: control: kernel
 * ambiguity: void pointer of unknown meaning .* hint kernel: \{transfer
 */
