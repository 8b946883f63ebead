// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static irqreturn_t handler(int irq, void *data)
{
	return IRQ_WAKE_THREAD;
}

static irqreturn_t thread(int irq, void *data)
{
	return IRQ_HANDLED;
}

static int __init start(void)
{
	return request_threaded_irq(5, handler, thread, 0, "x", NULL);
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: the thread of a threaded interrupt runs in process context, its handler does not
 * context: handler: hardirq
 * context: thread: process
 */
