// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct pair {
	u32 good;
	u32 bad[2];
};

struct deep {
	struct pair pairs[2];
	u16 last;
};

struct thing {
	struct deep now;
	struct deep before;
};

static struct thing *one;

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	one->before = one->now;
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
 * check-name: arrays of records within a record that is copied
 * domain: control: user
 * plan: records: "struct thing"[^}]*before\.pairs\[0\]\.good": "w int
 * plan: records: "struct thing"[^}]*before\.pairs\[0\]\.bad": "w bytes
 * plan: records: "struct thing"[^}]*now\.last": "r int
 */
