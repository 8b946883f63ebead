// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/workqueue.h>

static void on_func(struct work_struct *p0)
{
}

struct work_struct table = {
	.func = on_func,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct work_struct
 * context: on_func: process
 */
