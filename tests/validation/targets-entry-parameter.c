// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct file *current_file;

static int open(struct inode *inode, struct file *file) { return 0; }

/* Called by whoever has the table: with any function. */
int each(int (*actor)(struct inode *inode, struct file *file))
{
	return actor(NULL, current_file);
}

int (*const exported)(int (*actor)(struct inode *inode, struct file *file)) = each;
const struct file_operations fops = { .open = open };

int inside(void)
{
	return each(open);
}

MODULE_LICENSE("GPL");
/*
 * check-name: what the kernel passes to a callback may be a function of the kernel
 * expect: each: call .*TARGETS argument:open OUTWARD$
 * expect: each: escape
 */
