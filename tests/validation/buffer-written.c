// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	u32 *words;
	unsigned int count;
};

static struct thing *one;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	one->words[argument & 3] = 1;
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

static int __init start(void)
{
	one = kzalloc(sizeof(*one), GFP_KERNEL);
	one->words = kmalloc(64, GFP_KERNEL);
	return one ? 0 : -ENOMEM;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: memory that the kernel half allocates is not written from the user half
 * domain: control: kernel
 * reason: control: ^pinned: writes .* start\(\) of the kernel half allocates
 * no-ambiguity: .
 */
