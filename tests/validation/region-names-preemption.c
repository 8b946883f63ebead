// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void preempt_count_add(void);
void preempt_count_sub(void);
void __preempt_count_add(void);
void __preempt_count_sub(void);
void __preempt_count_dec_and_test(void);
void get_cpu(void);
void put_cpu(void);
void kmap_atomic(void);
void kunmap_atomic(void);
void target(int mark);

void with_preempt_disable(void)
{
	preempt_disable();
	target(1);
	preempt_enable();
	target(2);
}

void with_preempt_count_add(void)
{
	preempt_count_add();
	target(1);
	preempt_count_sub();
	target(2);
}

void with___preempt_count_add___preempt_count_sub(void)
{
	__preempt_count_add();
	target(1);
	__preempt_count_sub();
	target(2);
}

void with___preempt_count_add___preempt_count_dec_and_test(void)
{
	__preempt_count_add();
	target(1);
	__preempt_count_dec_and_test();
	target(2);
}

void with_get_cpu(void)
{
	get_cpu();
	target(1);
	put_cpu();
	target(2);
}

void with_kmap_atomic(void)
{
	kmap_atomic();
	target(1);
	kunmap_atomic();
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: preemption off
 * expect: with_preempt_disable: =1\).* HELD preempt-off by
 * reject: with_preempt_disable: =2\).* HELD
 * expect: with_preempt_count_add: =1\).* HELD preempt-off by
 * reject: with_preempt_count_add: =2\).* HELD
 * expect: with___preempt_count_add___preempt_count_sub: =1\).* HELD preempt-off by
 * reject: with___preempt_count_add___preempt_count_sub: =2\).* HELD
 * expect: with___preempt_count_add___preempt_count_dec_and_test: =1\).* HELD preempt-off by
 * reject: with___preempt_count_add___preempt_count_dec_and_test: =2\).* HELD
 * expect: with_get_cpu: =1\).* HELD preempt-off by
 * reject: with_get_cpu: =2\).* HELD
 * expect: with_kmap_atomic: =1\).* HELD preempt-off by
 * reject: with_kmap_atomic: =2\).* HELD
 */
