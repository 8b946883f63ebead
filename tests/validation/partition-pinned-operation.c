// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/pm.h>

static int suspend(struct device *dev)
{
	return 0;
}

const struct dev_pm_ops operations = {
	.suspend = suspend,
};

MODULE_LICENSE("GPL");
/*
 * check-name: an operation that the knowledge base keeps in the kernel, with its words
 * context: suspend: process
 * domain: suspend: kernel
 * reason: suspend: ^pinned: struct dev_pm_ops.suspend: runs while user processes are frozen
 */
