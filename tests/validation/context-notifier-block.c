// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/notifier.h>

static int on_notifier_call(struct notifier_block *p0, unsigned long p1, void *p2)
{
	return 0;
}

struct notifier_block table = {
	.notifier_call = on_notifier_call,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct notifier_block
 * context: on_notifier_call: process atomic
 */
