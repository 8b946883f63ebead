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
	one->words = kmalloc(one->count * sizeof(u32), GFP_KERNEL);
	return one ? 0 : -ENOMEM;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: pointers that cross, counted: a parameter, a global, a field with a hint
 * check-flags: --hints ambiguity-counted.yaml
 * domain: control: user
 * plan: pointers.automatic: ^2$
 * plan: pointers.hinted: ^1$
 * plan: pointers.ambiguous: ^0$
 */
