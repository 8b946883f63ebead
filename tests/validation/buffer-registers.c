// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

#define __iomem

struct thing {
	void __iomem *registers;
};

static u32 get(const volatile void __iomem *address)
{
	return *(const volatile u32 *)address;
}

static struct thing *one;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return get(one->registers + argument);
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
 * check-name: registers of a device are mapped: no length is needed
 * domain: control: user
 * no-ambiguity: .
 * plan: records: "struct thing"[^}]*"registers": "r pointer to bytes
 */
