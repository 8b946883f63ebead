// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	u32 *words;
	unsigned int count;
};

static struct thing *one;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return one->words[argument];
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

static int __init start(void)
{
	one = kzalloc(sizeof(*one), GFP_KERNEL);
	one->words = kmalloc(64 * 1024, GFP_KERNEL);
	return one ? 0 : -ENOMEM;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: memory behind a field, more than a message holds, keeps a function; no hint helps
 * domain: control: kernel
 * reason: control: what struct thing.words points at, which is more than one message holds
 * no-ambiguity: hint
 */
