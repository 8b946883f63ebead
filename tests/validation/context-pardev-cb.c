// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/parport.h>

static int on_preempt(void *p0)
{
	return 0;
}

static void on_wakeup(void *p0)
{
}

static void on_irq_func(void *p0)
{
}

struct pardev_cb table = {
	.preempt = on_preempt,
	.wakeup = on_wakeup,
	.irq_func = on_irq_func,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct pardev_cb
 * context: on_preempt: process atomic softirq hardirq
 * context: on_wakeup: process atomic softirq hardirq
 * context: on_irq_func: hardirq
 */
