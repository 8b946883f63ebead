// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/kref.h>
#include <linux/interrupt.h>

static struct kref references;

static void release(struct kref *kref)
{
}

static irqreturn_t handler(int irq, void *data)
{
	kref_put(&references, release);
	return IRQ_HANDLED;
}

static int __init start(void)
{
	return request_irq(5, handler, 0, "x", NULL);
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: a release function that is called in an interrupt
 * context: release: hardirq
 * domain: release: kernel
 */
