// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int devm_request_irq(struct device *dev, unsigned int irq, irq_handler_t handler,
		     unsigned long flags, const char *name, void *data);

static irqreturn_t handler(int irq, void *data)
{
	return IRQ_HANDLED;
}

static int probe(struct device *dev)
{
	return devm_request_irq(dev, 5, handler, 0, "x", NULL);
}

struct device_driver driver = {
	.probe = probe,
};

MODULE_LICENSE("GPL");
/*
 * check-name: the handler of a managed interrupt
 * context: handler: hardirq
 */
