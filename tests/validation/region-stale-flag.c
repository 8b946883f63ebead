// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void target(int mark);
int ask(void);

void stale(spinlock_t *lock)
{
	int locked = ask();

	if (locked)
		spin_lock(lock);
	locked = ask();
	if (!locked)
		target(1);
	else
		spin_unlock(lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a variable that was written since tells nothing
 * expect: stale: =1\).* HELD spinlock
 * reject: stale: =1\).* SURELY
 */
