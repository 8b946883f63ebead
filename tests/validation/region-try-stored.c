// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void stored(spinlock_t *lock)
{
	int locked = spin_trylock(lock);

	target(1);
	if (!locked) {
		target(2);
		return;
	}
	target(3);
	spin_unlock(lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: the result of a try-lock is kept in a variable
 * expect: stored: =1\).* HELD spinlock
 * reject: stored: =1\).* SURELY
 * reject: stored: =2\).* HELD
 * expect: stored: =3\).* SURELY spinlock
 * reject: stored: regions
 */
