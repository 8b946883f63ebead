// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/irqflags.h>

void target(int mark);

void quiet(void)
{
	unsigned long flags;

	local_irq_save(flags);
	target(1);
	local_irq_restore(flags);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: interrupts saved and disabled
 * expect: quiet: =1\).* HELD irq-off
 * reject: quiet: =2\).* HELD
 */
