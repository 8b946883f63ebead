// SPDX-License-Identifier: GPL-2.0-only
/*
 * Operations that stayed in the kernel and that take or release what belongs to a
 * device, a file or the like: while one runs, what its thread acquires belongs to
 * that owner, as in an upcall, so that a release in either half finds all of it.
 */
#include <linux/sched.h>
#include "internal.h"

struct mdrv_scope *mdrv_scope_begin(struct mdrv_scope *scope, struct mdrv_driver *drv, u32 mode,
				    const void *owner)
{
	struct mdrv_state *st = READ_ONCE(drv->state);
	unsigned long flags;

	*scope = (struct mdrv_scope){
		.drv = st ? drv : NULL, .task = current, .owner = owner, .mode = mode,
	};
	if (st) {
		spin_lock_irqsave(&st->lock, flags);
		list_add_tail(&scope->link, &st->scopes);
		spin_unlock_irqrestore(&st->lock, flags);
	}
	return scope;
}
EXPORT_SYMBOL_GPL(mdrv_scope_begin);

/*
 * A release parts of which nobody answered has left things behind. One that is whole has
 * not, but an opening upcall may have taken more than the driver's code does.
 */
void mdrv_scope_end(struct mdrv_scope *scope)
{
	struct mdrv_state *st = scope->drv ? scope->drv->state : NULL;
	struct mdrv_call *call;
	unsigned long flags;
	bool inside;

	if (!st)
		return;
	spin_lock_irqsave(&st->lock, flags);
	list_del(&scope->link);
	call = mdrv_call_current(st);
	inside = call && call->payer == scope->owner;	/* that one has not ended yet */
	spin_unlock_irqrestore(&st->lock, flags);
	if (scope->mode != MDRV_RELEASE)
		return;
	if (scope->torn)
		mdrv_undo_owner(st, scope->owner);
	else if (!inside)
		mdrv_undo_opened(st, scope->owner);
	mdrv_via_flush(st);
}
EXPORT_SYMBOL_GPL(mdrv_scope_end);

/* Of the outermost operation that the current thread is in. */
const void *mdrv_scope_owner(struct mdrv_state *st)
{
	struct mdrv_scope *scope;

	lockdep_assert_held(&st->lock);
	if (!in_task())
		return NULL;
	list_for_each_entry(scope, &st->scopes, link) {
		if (scope->task == current)
			return scope->owner;
	}
	return NULL;
}

bool mdrv_scope_distrusted(struct mdrv_state *st)
{
	struct mdrv_scope *scope;

	lockdep_assert_held(&st->lock);
	list_for_each_entry(scope, &st->scopes, link) {
		if (scope->task == current && scope->distrusted)
			return in_task();
	}
	return false;
}

void mdrv_scope_tear(struct mdrv_state *st)
{
	struct mdrv_scope *scope;

	spin_lock_irq(&st->lock);
	list_for_each_entry(scope, &st->scopes, link)
		scope->torn |= scope->task == current;
	st->torn = true;
	spin_unlock_irq(&st->lock);
}
