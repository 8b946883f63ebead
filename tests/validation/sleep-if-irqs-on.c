// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static spinlock_t lock;
unsigned long arch_local_save_flags(void);
bool arch_irqs_disabled(void);
bool arch_irqs_disabled_flags(unsigned long flags);

static void first(int *value)
{
	if (!(arch_local_save_flags() & 0x200))
		return;
	*value = 1;
	msleep(10);
}

static void second(int *value)
{
	bool off = arch_irqs_disabled();

	if (!off)
		msleep(*value);
}

static void third(int *value)
{
	if (!arch_irqs_disabled_flags(*value))
		msleep(*value);
}

void calls(int *value)
{
	spin_lock(&lock);
	first(value);
	second(value);
	third(value);
	spin_unlock(&lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: no warning where interrupts are known to be on
 * no-warning: may sleep
 */
