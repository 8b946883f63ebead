// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct stats {
	u32 good;
	u32 bad;
};

struct thing {
	int plain;
	struct stats stats;
};

static struct thing *one;

static void third(struct stats *s)
{
	s->bad++;
}

static void second(struct thing *t)
{
	third(&t->stats);
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	second(one);
	return one->plain;
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
 * check-name: the fields that cross are those that the user half uses at any depth of calls
 * domain: control: user
 * domain: third: user
 * plan: records: "struct thing"[^}]*"stats\.bad": "rw int"
 * plan: records: "struct thing"[^}]*"plain": "r int"
 * no-plan: records: "struct thing"[^}]*stats\.good
 */
