// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/timer.h>

static void on_function(struct timer_list *p0)
{
}

struct timer_list table = {
	.function = on_function,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct timer_list
 * context: on_function: softirq
 */
