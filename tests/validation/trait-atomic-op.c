// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void locked(int *p)
{
	asm volatile("lock; incl %0" : "+m"(*p));
}

MODULE_LICENSE("GPL");
/*
 * check-name: an instruction with a lock prefix
 * expect: locked: traits atomic-op$
 */
