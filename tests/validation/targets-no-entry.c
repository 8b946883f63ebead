// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int step_one(int a) { return a + 1; }
static int step_two(int a) { return a + 2; }

static int (*const steps[])(int a) = { step_one, step_two };

static int open(struct inode *inode, struct file *file)
{
	int i, sum = 0;

	for (i = 0; i < 2; i++)
		sum += steps[i](i);
	return sum;
}

const struct file_operations fops = { .open = open };

MODULE_LICENSE("GPL");
/*
 * check-name: what only the driver calls is no entry from the kernel
 * reject: step_one: escape
 * context: step_one: process
 * no-ambiguity: .
 * domain: step_one: user
 * domain: open: user
 */
