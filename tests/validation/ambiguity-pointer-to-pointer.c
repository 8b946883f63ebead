// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct part;

int find(struct file *file, struct part **part);

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return find(file, NULL);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a pointer to a pointer has no wire form; as a handle it has
 * check-settle: control
 * domain: control: kernel
 * ambiguity: has no wire form .* hint kernel: \{find: .*kind: opaque
 */
