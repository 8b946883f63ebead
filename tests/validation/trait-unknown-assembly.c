// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void strange(void)
{
	asm volatile("ud0 %eax, %eax");
}

MODULE_LICENSE("GPL");
/*
 * check-name: assembly that the tool does not know has side effects
 * expect: strange: traits asm-effect$
 */
