// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static void common(int *value)
{
	msleep(*value);
}

static irqreturn_t handle(int irq, void *data)
{
	int value = irq;

	common(&value);
	return IRQ_HANDLED;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	int value = command;

	common(&value);
	return request_threaded_irq(command, handle, NULL, 0, "thing", file);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a function called in process context and in an interrupt
 * warning: msleep\(\) may sleep, but handle\(\) is called in hardirq context
 * note: handle\(\) calls common\(\)
 */
