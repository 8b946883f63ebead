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
 * check-name: a hint cannot move what an interrupt calls; the message shows the chain
 * check-flags: --hints hint-domain-user-refused.yaml
 * check-status: 1
 * error: hint-domain-user-refused.yaml:3:.*wants handler\(\) in the user half, but .*hardirq
 * note: handler\(\): called in hardirq context
 */
