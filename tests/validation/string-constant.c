// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	const char *label;
	char name[16];
	char *text;
};

static struct thing *one;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return strlen(one->label);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

static int __init start(void)
{
	one = kzalloc(sizeof(*one), GFP_KERNEL);
	return one ? 0 : -ENOMEM;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: a const char * that is read is a string
 * domain: control: user
 * plan: records: "struct thing"[^}]*"label": "r string
 */
