// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct state {
	int level;
};

void *lookup(struct file *file);

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	void *state = lookup(file);

	return ((struct state *)state)->level;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a void * that an unknown kernel function returns
 * check-settle: control RECORD=struct+state
 * domain: control: kernel
 * ambiguity: hint kernel: \{lookup: \{args: \{result: \{kind: object, record: RECORD
 */
