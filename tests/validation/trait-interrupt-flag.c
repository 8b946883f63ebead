// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void interrupts(void)
{
	asm volatile("cli");
}

MODULE_LICENSE("GPL");
/*
 * check-name: an instruction that disables interrupts is privileged
 * expect: interrupts: traits privileged$
 */
