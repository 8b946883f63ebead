// SPDX-License-Identifier: GPL-2.0-only
/*
 * Locks that an upcall has left held. A driver may have one operation take a lock and
 * another one release it, within one system call; but no thread goes back to user space
 * with a lock. There, what is still held is given back: else all who want it would wait
 * for ever, and the lock would point at a thread that may have ended.
 */
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/task_work.h>
#include "internal.h"

struct home {
	struct callback_head work;
	struct mdrv_state *state;
	u64 root;
};

/* Not all kernels export it: then such a lock is forgotten, as where threads are the kernel's. */
static int (*add_work)(struct task_struct *task, struct callback_head *work,
		       enum task_work_notify_mode mode);

static void come_home(struct callback_head *work)
{
	struct home *home = container_of(work, struct home, work);
	u32 n = mdrv_undo_since(home->state, home->root, 0, true);

	if (n)
		pr_warn_ratelimited("mdrv: %s: %u locks that an upcall had left held given back\n",
				    home->state->name, n);
	mdrv_state_put(home->state);
	kfree(home);
	module_put(THIS_MODULE);
}

/**
 * mdrv_home_expect() - what the outermost upcall @root has left is to be seen to
 * Context: process. Return: false if this thread never goes there, or nobody would know.
 */
bool mdrv_home_expect(struct mdrv_state *st, u64 root)
{
	struct home *home;

	if (!add_work || (current->flags & (PF_KTHREAD | PF_EXITING)))
		return false;
	home = kzalloc(sizeof(*home), GFP_KERNEL);
	if (!home)
		return false;
	init_task_work(&home->work, come_home);
	home->state = st;
	home->root = root;
	mdrv_state_get(st);
	__module_get(THIS_MODULE);
	if (!add_work(current, &home->work, TWA_RESUME))
		return true;
	mdrv_state_put(st);
	module_put(THIS_MODULE);
	kfree(home);
	return false;
}

void mdrv_home_init(void)
{
	add_work = __symbol_get("task_work_add");
}

void mdrv_home_exit(void)
{
	if (add_work)
		__symbol_put("task_work_add");
}
