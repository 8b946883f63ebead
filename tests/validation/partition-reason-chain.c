// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int level;

static int inner(void)
{
	return ++level;
}

static int outer(void)
{
	return inner();
}

static irqreturn_t handler(int irq, void *data)
{
	outer();
	return IRQ_HANDLED;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return request_threaded_irq(5, handler, NULL, 0, "x", file);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: every kept function on the way from an interrupt names its caller
 * domain: control: user
 * reason: handler: ^root: called in hardirq context: callback of request_threaded_irq
 * reason: outer: ^reached: .* via handler
 * reason: inner: ^reached: .* via outer
 */
