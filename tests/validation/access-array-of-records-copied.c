// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct stats {
	u32 good;
	u32 bad;
};

struct thing {
	struct stats table[3];
	struct stats one;
};

static struct thing *one;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	one->table[argument] = one->one;
	return 0;
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
 * check-name: an element of an array of records that is assigned as a whole crosses
 * domain: control: user
 * plan: records: "struct thing"[^}]*table\[0\]\.good": "w int
 * plan: records: "struct thing"[^}]*table\[0\]\.bad": "w int
 * plan: records: "struct thing"[^}]*one\.bad": "r int
 */
