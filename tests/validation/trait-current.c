// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/sched.h>

void *task(void)
{
	return current;
}

MODULE_LICENSE("GPL");
/*
 * check-name: current is read by the kernel's own inline
 * expect: get_current: current: reads current
 * expect: task: call .* get_current
 */
