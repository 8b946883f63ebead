// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int consume(void *data);
static char buffer[16];

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return consume(buffer + argument);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a void pointer of unknown meaning pins, and the hint says what would help
 * domain: control: kernel
 * reason: control: ^pinned: calls consume\(\): parameter .data. .*void
 * ambiguity: kernel: \{consume: \{args: \{0:
 */
