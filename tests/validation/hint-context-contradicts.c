// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static irqreturn_t handler(int irq, void *data)
{
	return IRQ_HANDLED;
}

static int __init start(void)
{
	return request_threaded_irq(5, handler, NULL, 0, "x", NULL);
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: a hint cannot deny the context that the facts know
 * check-flags: --hints hint-context-contradicts.yaml
 * check-status: 1
 * error: says handler\(\) is called in process context, but the kernel calls it in hardirq
 * note: handler\(\) becomes callback of request_threaded_irq
 */
