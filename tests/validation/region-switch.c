// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);

void switched(spinlock_t *lock, int kind)
{
	switch (kind) {
	case 0:
		break;
	default:
		spin_lock(lock);
	}
	target(1);
	if (kind) {
		target(2);
		spin_unlock(lock);
	}
	target(3);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a switch over 0 and all else tells the same as an if
 * reject: switched: =1\).* SURELY
 * expect: switched: =2\).* SURELY spinlock
 * reject: switched: =3\).* HELD
 */
