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
	return strlen(one->text);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

static int __init start(void)
{
	one = kzalloc(sizeof(*one), GFP_KERNEL);
	one->text = kmalloc(one->name[0], GFP_KERNEL);
	return one ? 0 : -ENOMEM;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: a char * that is only read as a string is one
 * domain: control: user
 * no-ambiguity: .
 * plan: records: "struct thing"[^}]*"text": "r string
 */
