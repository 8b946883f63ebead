// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

#define TRY(lock) ({ int taken = spin_trylock(lock) ? 1 : ({ target(3); 0; }); taken; })
void target(int mark);

void stated(spinlock_t *lock)
{
	if (TRY(lock)) {
		target(1);
		spin_unlock(lock);
	} else {
		target(2);
	}
}

MODULE_LICENSE("GPL");
/*
 * check-name: a try-lock within a conditional expression of a macro
 * expect: stated: =1\).* SURELY spinlock
 * reject: stated: =2\).* HELD
 * reject: stated: =3\).* HELD
 * reject: stated: regions
 */
