// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/interrupt.h>

static irqreturn_t handler(int irq, void *data)
{
	return IRQ_HANDLED;
}

static int __init start(void)
{
	return request_irq(5, handler, 0, "x", NULL);
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: the handler of request_irq runs in hard interrupt context
 * context: handler: hardirq
 * domain: handler: kernel
 * reason: handler: ^root: called in hardirq context: callback of request_irq\(\)
 * no-ambiguity: .
 */
