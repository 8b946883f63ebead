// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void sure(spinlock_t *lock, spinlock_t *other, const int *flags)
{
	spin_lock(lock);
	target(1);
	if (flags[0])
		spin_lock(other);
	target(2);
	if (flags[1])
		spin_unlock(lock);
	target(3);
}

MODULE_LICENSE("GPL");
/*
 * check-name: what is held on every way, and what on some
 * expect: sure: =1\).* SURELY spinlock
 * expect: sure: =2\).* SURELY spinlock
 * expect: sure: =3\).* HELD spinlock
 * reject: sure: =3\).* SURELY
 */
