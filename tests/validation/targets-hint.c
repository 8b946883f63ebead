// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int helper(int a) { return a; }

static int open(struct inode *inode, struct file *file)
{
	int (*op)(int a) = (int (*)(int a))((unsigned long)file * 8);

	return op(1);
}

const struct file_operations fops = { .open = open };

int keep(void)
{
	return helper(1);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a hint names the targets of an indirect call
 * check-flags: --hints targets-hint.yaml
 * expect: open: call .*pointer .*TARGETS hint:helper$
 * reject: open: UNRESOLVED|BY-TYPE|OUTWARD
 * no-assumption: indirect call
 */
