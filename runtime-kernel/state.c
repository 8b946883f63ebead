// SPDX-License-Identifier: GPL-2.0-only
/*
 * Order: what an object must be before a function of the kernel may be called on it,
 * read off the object itself. A user half can ask for any downcall of its upcall at
 * any time; what would then crash or wait for ever is not done.
 */
#include "internal.h"

bool mdrv_require(struct mdrv_call *call, bool holds)
{
	if (!holds)
		mdrv_bad(call, "called out of order");
	return holds;
}
EXPORT_SYMBOL_GPL(mdrv_require);

bool mdrv_kept_may(struct mdrv_driver *drv, bool holds)
{
	struct mdrv_state *st = READ_ONCE(drv->state);
	struct mdrv_call *call;
	unsigned long flags;
	bool may;

	if (holds || !st)
		return true;
	spin_lock_irqsave(&st->lock, flags);
	call = mdrv_call_current(st);
	if (call)
		call->disorderly = true;
	may = !call && !mdrv_scope_distrusted(st);
	spin_unlock_irqrestore(&st->lock, flags);
	return may;
}
EXPORT_SYMBOL_GPL(mdrv_kept_may);
