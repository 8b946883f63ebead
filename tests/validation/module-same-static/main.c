// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/interrupt.h>
#include "other.h"

static int helper(int x)
{
	return x + 1;
}

static irqreturn_t handler(int irq, void *data)
{
	helper(1);
	return IRQ_HANDLED;
}

static int __init start(void)
{
	return request_irq(5, handler, 0, "x", NULL);
}
module_init(start);

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	return other(argument);
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: static functions of one name in two files are two functions
 * context: helper@main.c: hardirq
 * context: helper@other.c: process
 * domain: helper@main.c: kernel
 * domain: helper@other.c: user
 */
