// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>

void target(int mark);

void plain(spinlock_t *lock)
{
	target(1);
	spin_lock(lock);
	target(2);
	spin_unlock(lock);
	target(3);
}

MODULE_LICENSE("GPL");
/*
 * check-name: between spin_lock and spin_unlock a lock is held
 * reject: plain: =1\).* HELD
 * expect: plain: =2\).* HELD spinlock by spin_lock\(lock\) at lock-plain.c:10:2
 * reject: plain: =3\).* HELD
 */
