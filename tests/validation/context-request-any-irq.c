// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int request_any_context_irq(unsigned int irq, irq_handler_t handler, unsigned long flags,
			    const char *name, void *data);

static irqreturn_t handler(int irq, void *data)
{
	return IRQ_HANDLED;
}

static int __init start(void)
{
	return request_any_context_irq(5, handler, 0, "x", NULL);
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: a handler for any context may be called in the hard interrupt, so it stays
 * context: handler: process hardirq
 * domain: handler: kernel
 */
