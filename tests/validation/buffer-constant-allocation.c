// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	u32 *words;
	unsigned int count;
};

static struct thing *one;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return one->words[argument & 3];
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

static int __init start(void)
{
	one = kzalloc(sizeof(*one), GFP_KERNEL);
	one->words = kmalloc(4 * sizeof(u32), GFP_KERNEL);
	return one ? 0 : -ENOMEM;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: memory that the driver always allocates with one size crosses with that
 * domain: control: user
 * no-ambiguity: .
 * plan: records: "struct thing"[^}]*"words": "r pointer to bytes
 */
