// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	spinlock_t lock;
	int level;
};

static struct thing one;

static int get(u32 *values, int count)
{
	spin_lock(&one.lock);
	while (count--)
		values[count] = one.level;
	spin_unlock(&one.lock);
	return 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	u32 values[4];

	return get(values, 4) ? 0 : values[argument & 3];
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: memory that a function which stays in the kernel gets
 * check-settle: control BYTES=4*$1
 * domain: control: kernel
 * ambiguity: hint functions: \{get: \{args: \{0: \{kind: buffer
 */
