// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>

void target(int mark);

#define LOCKED(lock, expression) do {	\
	spin_lock(lock);		\
	expression;			\
	spin_unlock(lock);		\
} while (0)

void by_macro(spinlock_t *lock)
{
	LOCKED(lock, target(1));
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: an argument that a macro evaluates under a lock
 * expect: by_macro: =1\).* HELD spinlock
 * reject: by_macro: =2\).* HELD
 */
