// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/interrupt.h>

static struct tasklet_struct tasklet;

static void run(struct tasklet_struct *tasklet)
{
}

static int __init start(void)
{
	tasklet_setup(&tasklet, run);
	return 0;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: a tasklet runs in softirq context
 * context: run: softirq
 * domain: run: kernel
 */
