// SPDX-License-Identifier: GPL-2.0-only
/* The downcalls that every session may make. */
#include <linux/device.h>
#include <linux/slab.h>
#include "internal.h"

/* What is asked for, or false: only what this upcall's own code allocates. */
static bool wanted(struct mdrv_call *call, u64 size, u64 record, struct mdrv_entry *e)
{
	const struct mdrv_plan *plan = call->drv->plan;

	if (record == MDRV_REC_BYTES) {
		e->kind = MDRV_O_BUFFER;
		e->size = size;
		e->record = record;
		return mdrv_has_right(call, MDRV_MAY_ALLOC_BYTES) && size && size <= MDRV_BUF_MAX;
	}
	if (!record || record >= plan->nrecords || !mdrv_has_right(call, MDRV_MAY_ALLOC(record)))
		return false;
	e->kind = MDRV_O_RECORD;
	e->size = plan->records[record]->size;
	e->record = record;
	return e->size;
}

/*
 * Memory of the driver, asked for by the user half. Its size is the kernel's own
 * for a record; what a hostile user half can take is bounded by the registry.
 */
static int builtin_alloc(struct mdrv_call *call)
{
	struct mdrv_entry e = { .by_user = true, .freeable = true, .root = call->root };
	struct mdrv_call *up;
	u64 size = mdrv_get_int(call);
	u64 record;
	void *mem;

	mdrv_get_int(call);		/* gfp: we may always sleep */
	record = mdrv_get_int(call);
	if (!call->error && !wanted(call, size, record, &e))
		mdrv_bad(call, "bad allocation");
	if (call->error)
		return call->error;
	mem = kzalloc(e.size, GFP_KERNEL | __GFP_NOWARN);
	e.addr = (unsigned long)mem;
	if (mem && mdrv_registry_add(call->drv->state, &e)) {
		kfree(mem);
		mem = NULL;
	}
	for (up = mem ? call : NULL; up; up = up->parent)
		up->allocated = true;
	mdrv_put_ptr(call, mem, e.record);
	return 0;
}

/*
 * The same for memory that the device core frees: an entry of its own at the device,
 * released before it, forgets it first.
 */
static int builtin_managed(struct mdrv_call *call)
{
	struct mdrv_entry e = { .by_user = true };
	u64 size = mdrv_get_int(call);
	struct device *dev;
	u64 record;
	void *mem;

	mdrv_get_int(call);		/* gfp */
	record = mdrv_get_int(call);
	if (!call->drv->plan->device)
		mdrv_bad(call, "no managed memory in the plan");
	dev = mdrv_get_ptr(call, call->drv->plan->device, 0);
	if (!call->error && !wanted(call, size, record, &e))
		mdrv_bad(call, "bad allocation");
	if (call->error)
		return call->error;
	mem = devm_kzalloc(dev, e.size, GFP_KERNEL | __GFP_NOWARN);
	e.addr = (unsigned long)mem;
	if (mem && mdrv_manage(call->drv->state, dev, &e)) {
		devm_kfree(dev, mem);
		mem = NULL;
	}
	mdrv_put_ptr(call, mem, e.record);
	return 0;
}

static bool is_freeable(struct mdrv_state *st, const struct mdrv_plan *plan, unsigned long addr)
{
	struct mdrv_entry *e;
	bool ok = false;

	spin_lock_irq(&st->lock);
	e = mdrv_registry_find(st, addr);
	if (e && e->addr == addr && !e->managed)
		ok = e->freeable || (e->kind == MDRV_O_RECORD && plan->records[e->record]->plain);
	spin_unlock_irq(&st->lock);
	return ok;
}

/* Taken from the user half at once, and by one caller; given back when nothing uses it. */
static int builtin_free(struct mdrv_call *call)
{
	struct mdrv_state *st = call->drv->state;
	void *mem = mdrv_get_ptr(call, MDRV_REC_VOID, MDRV_NULLABLE);
	struct mdrv_entry *e;
	int err;

	if (call->error || !mem)
		return call->error;
	if (!mdrv_has_right(call, MDRV_MAY_FREE) ||
	    !is_freeable(st, call->drv->plan, (unsigned long)mem))
		mdrv_bad(call, "free of what was not allocated");
	if (call->error || !mdrv_may_free(call, NULL, mem))
		return call->error;
	e = mdrv_registry_pull(st, (unsigned long)mem, MDRV_SORT_ANY, NULL);
	if (!e) {
		mdrv_bad(call, "free of what was not allocated");
		return call->error;
	}
	spin_lock_irq(&st->lock);
	err = mdrv_park(st, e);
	spin_unlock_irq(&st->lock);
	if (err)
		mdrv_bad(call, "frees what is pointed at");
	return call->error;
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
	case MDRV_DC_MANAGED:
		return builtin_managed(call);
	default:
		return -ENOSYS;
	}
}
