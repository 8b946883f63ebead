// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/interrupt.h>

static void run(struct tasklet_struct *tasklet)
{
}
DECLARE_TASKLET(tasklet, run);

static void run_old(unsigned long data)
{
}
DECLARE_TASKLET_OLD(tasklet_old, run_old);

MODULE_LICENSE("GPL");
/*
 * check-name: tasklets that are initialised where they are defined
 * context: run: softirq
 * context: run_old: softirq
 */
