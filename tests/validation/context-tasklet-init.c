// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/interrupt.h>

static struct tasklet_struct tasklet;

static void run(unsigned long data)
{
}

static int __init start(void)
{
	tasklet_init(&tasklet, run, 0);
	return 0;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: a tasklet with a number as argument
 * context: run: softirq
 * domain: run: kernel
 */
