// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/workqueue.h>

static void run(struct work_struct *work)
{
}
DECLARE_WORK(work, run);

MODULE_LICENSE("GPL");
/*
 * check-name: work that is initialised where it is defined
 * context: run: process
 */
