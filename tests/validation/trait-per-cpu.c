// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/percpu.h>

static DEFINE_PER_CPU(int, counter);

void cpu_local(void)
{
	this_cpu_inc(counter);
}

MODULE_LICENSE("GPL");
/*
 * check-name: per-CPU data
 * expect: cpu_local: traits per-cpu$
 */
