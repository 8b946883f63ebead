// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);
__attribute__((noreturn)) void stop(void);

void ends(spinlock_t *lock, int bad)
{
	spin_lock(lock);
	if (bad)
		stop();
	spin_unlock(lock);
	target(1);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a way that ends in a function that never returns
 * reject: ends: =1\).* HELD
 * reject: ends: regions
 */
