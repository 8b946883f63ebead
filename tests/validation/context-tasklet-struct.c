// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/interrupt.h>

static void callback(struct tasklet_struct *tasklet)
{
}

static void func(unsigned long data)
{
}

void fill(struct tasklet_struct *tasklet, struct tasklet_struct *old)
{
	tasklet->callback = callback;
	old->func = func;
}

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct tasklet_struct
 * context: callback: softirq
 * context: func: softirq
 */
