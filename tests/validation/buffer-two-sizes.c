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
	one->words = kmalloc(one->count ? 64 : 32, GFP_KERNEL);
	if (!one->words)
		one->words = kmalloc(16, GFP_KERNEL);
	return one ? 0 : -ENOMEM;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: a size that is not a constant everywhere is none
 * domain: control: kernel
 * ambiguity: struct thing.words
 */
