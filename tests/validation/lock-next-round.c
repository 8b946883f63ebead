// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void rounds(spinlock_t *lock, int value)
{
	do {
		if (value & 8)
			target(1);
		if (value == 3)
			spin_lock(lock);
	} while (--value);
}

MODULE_LICENSE("GPL");
/*
 * check-name: what one round of a loop leaves held is held in the next
 * expect: rounds: =1\).* HELD spinlock
 */
