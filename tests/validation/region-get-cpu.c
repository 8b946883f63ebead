// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/smp.h>

void target(int mark);

void on_this_cpu(void)
{
	get_cpu();
	target(1);
	put_cpu();
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: get_cpu disables preemption until put_cpu
 * expect: on_this_cpu: =1\).* HELD preempt-off by get_cpu\(\)
 * reject: on_this_cpu: =2\).* HELD
 */
