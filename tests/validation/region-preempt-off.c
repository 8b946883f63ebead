// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/preempt.h>

void target(int mark);

void pinned_down(void)
{
	preempt_disable();
	target(1);
	preempt_enable();
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: preemption disabled
 * expect: pinned_down: =1\).* HELD preempt-off
 * reject: pinned_down: =2\).* HELD
 */
