// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/interrupt.h>

static irqreturn_t on_handler(int p0, void *p1)
{
	return 0;
}

static irqreturn_t on_thread_fn(int p0, void *p1)
{
	return 0;
}

struct irqaction table = {
	.handler = on_handler,
	.thread_fn = on_thread_fn,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct irqaction
 * context: on_handler: hardirq
 * context: on_thread_fn: process
 */
