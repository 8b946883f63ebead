// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/workqueue.h>

static void worker(struct work_struct *work) {}

void setup(struct work_struct *work)
{
	INIT_WORK(work, worker);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a macro that assigns a function to a slot
 * expect: worker: ref .* slot struct work_struct.func in=setup
 */
