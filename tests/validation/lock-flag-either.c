// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void either(spinlock_t *lock, int value)
{
	int wanted = 0;

	if (value)
		wanted = 1;
	if (wanted)
		spin_lock(lock);
	target(1);
}

MODULE_LICENSE("GPL");
/*
 * check-name: where ways meet, a flag may have the value of either
 * expect: either: =1\).* HELD spinlock
 */
