// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int devm_request_threaded_irq(struct device *dev, unsigned int irq, irq_handler_t handler,
			      irq_handler_t thread, unsigned long flags, const char *name,
			      void *data);

static irqreturn_t handler(int irq, void *data)
{
	return IRQ_WAKE_THREAD;
}

static irqreturn_t thread(int irq, void *data)
{
	return IRQ_HANDLED;
}

static int probe(struct device *dev)
{
	return devm_request_threaded_irq(dev, 5, handler, thread, 0, "x", NULL);
}

struct device_driver driver = {
	.probe = probe,
};

MODULE_LICENSE("GPL");
/*
 * check-name: handler and thread of a managed interrupt
 * context: handler: hardirq
 * context: thread: process
 */
