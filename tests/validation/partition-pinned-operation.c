// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/pm.h>

static int suspend(struct device *dev)
{
	return 0;
}

static int suspend_noirq(struct device *dev)
{
	return 0;
}

static int runtime_suspend(struct device *dev)
{
	return 0;
}

const struct dev_pm_ops operations = {
	.suspend = suspend,
	.suspend_noirq = suspend_noirq,
	.runtime_suspend = runtime_suspend,
};

MODULE_LICENSE("GPL");
/*
 * check-name: an operation that the knowledge base keeps in the kernel, with its words
 * context: suspend: process
 * domain: suspend: user
 * context: suspend_noirq: process
 * domain: suspend_noirq: kernel
 * reason: suspend_noirq: ^pinned: .*: runs while interrupts of devices are off
 * domain: runtime_suspend: kernel
 */
