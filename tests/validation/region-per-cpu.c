// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/percpu.h>
#include <linux/local_lock.h>

struct counters {
	local_lock_t lock;
	int value;
};

static DEFINE_PER_CPU(struct counters, counters) = {
	.lock = INIT_LOCAL_LOCK(lock),
};

void target(int mark);

void per_cpu_data(void)
{
	struct counters *mine = get_cpu_ptr(&counters);

	target(1);
	mine->value++;
	put_cpu_ptr(&counters);
	target(2);
	get_cpu_var(counters).value++;
	target(3);
	put_cpu_var(counters);
	target(4);
	local_lock(&counters.lock);
	target(5);
	local_unlock(&counters.lock);
	target(6);
}

MODULE_LICENSE("GPL");
/*
 * check-name: what a CPU has of its own is used with preemption off
 * expect: per_cpu_data: =1\).* SURELY preempt-off
 * reject: per_cpu_data: =2\).* HELD
 * expect: per_cpu_data: =3\).* SURELY preempt-off
 * reject: per_cpu_data: =4\).* HELD
 * expect: per_cpu_data: =5\).* SURELY preempt-off
 * reject: per_cpu_data: =6\).* HELD
 */
