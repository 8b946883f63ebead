// SPDX-License-Identifier: GPL-2.0-only
/* The downcalls that every session may make. */
#include <linux/slab.h>
#include "internal.h"

/*
 * Memory of the driver, asked for by the user half. Its size is the kernel's own
 * for a record; what a hostile user half can take is bounded by the registry.
 */
static int builtin_alloc(struct mdrv_call *call)
{
	const struct mdrv_plan *plan = call->drv->plan;
	struct mdrv_entry e = { .by_user = true, .freeable = true };
	u64 size = mdrv_get_int(call);
	u64 record;
	void *mem;

	mdrv_get_int(call);		/* gfp: we may always sleep */
	record = mdrv_get_int(call);
	if (call->error)
		return call->error;
	if (record && record < plan->nrecords && plan->records[record]->size) {
		e.kind = MDRV_O_RECORD;
		e.record = record;
		e.size = plan->records[record]->size;
	} else if ((!record || record == MDRV_REC_BYTES) && size && size <= MDRV_BUF_MAX) {
		e.kind = MDRV_O_BUFFER;
		e.record = MDRV_REC_BYTES;
		e.size = size;
	} else {
		mdrv_bad(call, "bad allocation");
		return call->error;
	}
	mem = kzalloc(e.size, GFP_KERNEL | __GFP_NOWARN);
	e.addr = (unsigned long)mem;
	if (mem && mdrv_registry_add(call->drv->state, &e)) {
		kfree(mem);
		mem = NULL;
	}
	mdrv_put_ptr(call, mem, e.record);
	return 0;
}

static int builtin_free(struct mdrv_call *call)
{
	struct mdrv_state *st = call->drv->state;
	void *mem = mdrv_get_ptr(call, MDRV_REC_VOID, MDRV_NULLABLE);
	const struct mdrv_plan *plan = call->drv->plan;
	struct mdrv_entry *e;
	bool ok = false;

	if (call->error || !mem)
		return call->error;
	spin_lock_irq(&st->lock);
	e = mdrv_registry_find(st, (unsigned long)mem);
	if (e && e->addr == (unsigned long)mem)
		ok = e->freeable || (e->kind == MDRV_O_RECORD && plan->records[e->record]->plain);
	spin_unlock_irq(&st->lock);
	if (!ok) {
		mdrv_bad(call, "free of what was not allocated");
		return call->error;
	}
	mdrv_untrack(call->drv, mem);
	kfree(mem);
	return 0;
}

int mdrv_builtin(struct mdrv_call *call)
{
	u64 key;

	switch (call->downcall) {
	case MDRV_DC_SYNC:
		return 0;
	case MDRV_DC_ONCE:
		key = mdrv_get_int(call);
		if (call->error)
			return call->error;
		mdrv_put_int(call, mdrv_once_ever(call->drv->state, key));
		return 0;
	case MDRV_DC_ALLOC:
		return builtin_alloc(call);
	case MDRV_DC_FREE:
		return builtin_free(call);
	default:
		return -ENOSYS;
	}
}
