// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/wait.h>
#include <linux/sched.h>

void target(int mark);

void waits(spinlock_t *lock, wait_queue_head_t *queue, const int *done)
{
	spin_lock_irq(lock);
	target(1);
	wait_event_lock_irq(*queue, *done, *lock);
	target(2);
	spin_unlock_irq(lock);
	target(3);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a wait that drops the lock while it sleeps
 * expect: waits: =1\).* SURELY spinlock irq-off
 * reject: waits: call .* schedule.* HELD
 * expect: waits: =2\).* SURELY spinlock irq-off
 * reject: waits: =3\).* HELD
 */
