// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);
void change(int *flag);

void changed(spinlock_t *lock, int wanted)
{
	int locked = wanted;

	change(&locked);
	if (locked)
		spin_lock(lock);
	change(&locked);
	if (!locked)
		target(1);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a variable that others can write tells nothing
 * expect: changed: =1\).* HELD spinlock
 */
