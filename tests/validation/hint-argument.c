// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int consume(void *data);
static char buffer[16];

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return consume(buffer);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a hint about a kernel function says what a void pointer is
 * check-flags: --hints hint-argument.yaml
 * domain: control: user
 * plan: downcalls: "consume"
 * no-ambiguity: .
 */
