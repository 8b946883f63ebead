// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	u32 *words;
	unsigned int count;
};

static struct thing *one;

static u32 sum(const u32 *words, unsigned int count)
{
	u32 all = 0;

	while (count--)
		all += *words++;
	return all;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return sum(one->words, one->count);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

static int __init start(void)
{
	one = kzalloc(sizeof(*one), GFP_KERNEL);
	one->words = kmalloc(one->count, GFP_KERNEL);
	return one ? 0 : -ENOMEM;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: memory behind a field that a helper reads
 * domain: control: kernel
 * reason: control: reads what struct thing.words points at
 */
