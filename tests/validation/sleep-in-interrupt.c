// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static irqreturn_t handle(int irq, void *data)
{
	msleep(10);
	return IRQ_HANDLED;
}

static irqreturn_t thread(int irq, void *data)
{
	msleep(20);
	return IRQ_HANDLED;
}

int start(unsigned int irq, void *data)
{
	return request_threaded_irq(irq, handle, thread, 0, "thing", data);
}

MODULE_LICENSE("GPL");
/*
 * check-name: sleeping in an interrupt handler, and in its thread
 * warning: sleep-in-interrupt.c:6:2: msleep\(\) may sleep, but handle\(\) is called in hardirq
 * warning: hardirq context: callback of request_threaded_irq
 * no-warning: thread\(\)
 */
