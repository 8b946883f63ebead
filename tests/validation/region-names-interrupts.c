// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void arch_local_irq_disable(void);
void arch_local_irq_enable(void);
void arch_local_irq_save(void);
void arch_local_irq_restore(void);
void local_irq_disable(void);
void local_irq_enable(void);
void local_irq_save(void);
void local_irq_restore(void);
void __local_bh_disable_ip(void);
void __local_bh_enable_ip(void);
void _local_bh_enable(void);
void target(int mark);

void with_arch_local_irq_disable(void)
{
	arch_local_irq_disable();
	target(1);
	arch_local_irq_enable();
	target(2);
}

void with_arch_local_irq_save(void)
{
	arch_local_irq_save();
	target(1);
	arch_local_irq_restore();
	target(2);
}

void with_local_irq_disable(void)
{
	local_irq_disable();
	target(1);
	local_irq_enable();
	target(2);
}

void with_local_irq_save(void)
{
	local_irq_save();
	target(1);
	local_irq_restore();
	target(2);
}

void with_local_bh_disable_local_bh_enable(void)
{
	local_bh_disable();
	target(1);
	local_bh_enable();
	target(2);
}

void with___local_bh_disable_ip(void)
{
	__local_bh_disable_ip();
	target(1);
	__local_bh_enable_ip();
	target(2);
}

void with_local_bh_disable__local_bh_enable(void)
{
	local_bh_disable();
	target(1);
	_local_bh_enable();
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: interrupts and bottom halves off
 * expect: with_arch_local_irq_disable: =1\).* HELD irq-off by
 * reject: with_arch_local_irq_disable: =2\).* HELD
 * expect: with_arch_local_irq_save: =1\).* HELD irq-off by
 * reject: with_arch_local_irq_save: =2\).* HELD
 * expect: with_local_irq_disable: =1\).* HELD irq-off by
 * reject: with_local_irq_disable: =2\).* HELD
 * expect: with_local_irq_save: =1\).* HELD irq-off by
 * reject: with_local_irq_save: =2\).* HELD
 * expect: with_local_bh_disable_local_bh_enable: =1\).* HELD bh-off by
 * reject: with_local_bh_disable_local_bh_enable: =2\).* HELD
 * expect: with___local_bh_disable_ip: =1\).* HELD bh-off by
 * reject: with___local_bh_disable_ip: =2\).* HELD
 * expect: with_local_bh_disable__local_bh_enable: =1\).* HELD bh-off by
 * reject: with_local_bh_disable__local_bh_enable: =2\).* HELD
 */
