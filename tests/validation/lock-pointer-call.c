// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/spinlock.h>

void through_pointer(spinlock_t *lock, void (*call)(spinlock_t *lock))
{
	spin_lock(lock);
	call(lock);
	spin_unlock(lock);
	call(lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a call through a pointer knows what is held, too
 * expect: through_pointer: call 8:2 pointer .* HELD spinlock
 * reject: through_pointer: call 10:2 pointer .* HELD
 */
