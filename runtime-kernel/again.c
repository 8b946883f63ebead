// SPDX-License-Identifier: GPL-2.0-only
/*
 * A call in flight when its user half dies is made once more, by the standby, where the plan
 * says that it makes no difference. What it had taken is undone by then; what it had given
 * back cannot be, and what it had changed in memory stays: that is the plan's to answer for.
 */
#include "internal.h"

/* Its user half died, of itself and in the middle: what does it leave that undoing does not? */
bool mdrv_is_repeatable(const struct mdrv_call *call)
{
	const struct mdrv_upcall *up = &call->drv->plan->upcalls[call->func];
	struct mdrv_state *st = call->drv->state;
	bool yes;

	if (!(up->flags & MDRV_REPEATABLE) || !call->torn || call->parent || call->gave ||
	    up->mode == MDRV_RELEASE || (up->mode != MDRV_UNDO && call->allocated))
		return false;
	spin_lock_irq(&st->lock);
	yes = call->session->dead && call->session->why == -EPIPE &&
	      (up->mode == MDRV_UNDO || st->undo_seq == call->mark);
	spin_unlock_irq(&st->lock);
	return yes;
}

/* It was told so at its end; there is somebody to make it, or about to be. */
bool mdrv_upcall_again(struct mdrv_call *call, bool *before)
{
	struct mdrv_state *st = call->drv->state;
	bool yes;

	if (*before || !call->orphaned)
		return false;
	*before = true;
	spin_lock_irq(&st->lock);
	yes = st->standby || (st->session && !st->session->dead);
	spin_unlock_irq(&st->lock);
	if (yes)
		atomic64_inc(&st->stats.repeats);
	return yes;
}
EXPORT_SYMBOL_GPL(mdrv_upcall_again);
