// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct line {
	unsigned int irq;
	irq_handler_t handler;
};

static irqreturn_t interrupt(int irq, void *data)
{
	return IRQ_HANDLED;
}

static irqreturn_t stored(int irq, void *data)
{
	return IRQ_HANDLED;
}

static int claim(unsigned int irq, irq_handler_t handler)
{
	return request_threaded_irq(irq, handler, NULL, 0, "line", NULL);
}

int run(struct line *line)
{
	line->handler = stored;
	if (claim(line->irq, interrupt))
		return -EIO;
	return request_threaded_irq(line->irq, line->handler, NULL, 0, "line", line);
}

MODULE_LICENSE("GPL");
/*
 * check-name: registration through a helper of the driver, and of what a field holds
 * expect: interrupt: escape 21:.* argument 1 of request_threaded_irq
 * expect: stored: escape 29:.* argument 1 of request_threaded_irq
 * context: interrupt: hardirq
 * context: stored: hardirq
 * reason: interrupt: called in hardirq context: callback of request_threaded_irq
 */
