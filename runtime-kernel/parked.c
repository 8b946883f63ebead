// SPDX-License-Identifier: GPL-2.0-only
/*
 * Memory that a user half has freed. To the user half it is gone at once; the kernel
 * gets it back when an upcall ends and nothing that kept code goes by points into it
 * any more: no field of the plan in memory that is known, no argument of a downcall.
 * So an order to free, from a user half that errs or lies, cannot take the ground
 * from under what runs.
 */
#include <linux/slab.h>
#include "internal.h"

#define LOOSE_TIME	(2 * HZ)	/* for who made what is loose to come back to it */

/* Bytes that parked memory spans, so that most pointers are told apart by two compares. */
struct span {
	unsigned long low;
	unsigned long high;
};

/* From here on @e goes unless it is held; what comes later is not in the span. */
static void widen(struct span *span, struct mdrv_entry *e)
{
	span->low = min(span->low, e->addr);
	span->high = max(span->high, (unsigned long)(e->addr + e->size));
	e->held = false;
}

static struct span span_of(struct mdrv_state *st)
{
	struct span span = { .low = ULONG_MAX };
	struct mdrv_entry *e;

	list_for_each_entry(e, &st->parked, parked)
		widen(&span, e);
	list_for_each_entry(e, &st->loose, loose)
		widen(&span, e);
	return span;
}

static void hold(struct mdrv_state *st, const struct span *span, unsigned long addr)
{
	struct mdrv_entry *e;

	if (addr < span->low || addr >= span->high)
		return;
	list_for_each_entry(e, &st->parked, parked)
		e->held |= addr - e->addr < e->size;
	list_for_each_entry(e, &st->loose, loose)
		e->held |= addr - e->addr < e->size;
}

/* Hold what the fields of a @record at @addr point at. */
static void hold_fields(struct mdrv_state *st, const struct span *span, u32 record,
			unsigned long addr)
{
	const struct mdrv_plan *plan = st->drv->plan;
	const struct mdrv_record *rec = plan->records[record];
	u32 i, elem;

	for (i = 0; i < rec->nfields; i++) {
		struct mdrv_view f = mdrv_view(plan, rec, i);

		if (f.kind != MDRV_PTR && f.kind != MDRV_STR)
			continue;
		for (elem = 0; elem < f.count; elem++)
			hold(st, span, *(unsigned long *)(addr + f.offset + elem * f.stride));
	}
}

/* Of the driver's variables, those that a message has told of are live objects as well. */
static void hold_globals(struct mdrv_state *st, const struct span *span)
{
	const struct mdrv_plan *plan = st->drv->plan;
	u32 i;

	for (i = 0; i < plan->nglobals; i++) {
		if (plan->globals[i].record != MDRV_REC_BYTES)
			hold_fields(st, span, plan->globals[i].record,
				    (unsigned long)plan->globals[i].addr);
	}
}

static void hold_arguments(struct mdrv_state *st, const struct span *span)
{
	struct mdrv_call *call;
	u32 i;

	list_for_each_entry(call, &st->calls, link) {
		for (i = 0; i < call->nptrs; i++)
			hold(st, span, (unsigned long)call->ptrs[i]);
	}
}

/* What the session looks at now. An object with the owner of a release goes with it. */
static void hold_live(struct mdrv_session *s, const struct span *span, const void *leaving)
{
	struct mdrv_obj *o;

	list_for_each_entry(o, &s->live, link) {
		bool leaves = leaving && (unsigned long)leaving - o->addr < o->size;

		if (o->kind == MDRV_O_RECORD && !o->gone && !leaves)
			hold_fields(s->state, span, o->record, o->addr);
	}
}

/* Some entries of the registry, from @addr on. Return: where to go on, or 0. */
static unsigned long hold_known(struct mdrv_state *st, const struct span *span,
				unsigned long addr)
{
	struct mdrv_entry *e = mdrv_registry_from(st, addr);
	u32 i;

	for (i = 0; e && i < MDRV_STEP; i++) {
		struct rb_node *next = rb_next(&e->node);

		if (e->kind == MDRV_O_RECORD)
			hold_fields(st, span, e->record, e->addr);
		e = next ? rb_entry(next, struct mdrv_entry, node) : NULL;
	}
	return e ? e->addr : 0;
}

/**
 * mdrv_park() - free a registered allocation as soon as nothing points into it
 * @st:		the driver
 * @e:		out of the registry
 * Context: process, state->lock held.
 * Return: 0, or -EDQUOT: too much is parked; the entry is parked all the same.
 */
int mdrv_park(struct mdrv_state *st, struct mdrv_entry *e)
{
	lockdep_assert_held(&st->lock);
	e->held = true;
	list_add_tail(&e->parked, &st->parked);
	mdrv_registry_charge(st, e, true);
	return ++st->nparked > MDRV_PARKED_MAX ? -EDQUOT : 0;
}

bool mdrv_kept_may_free(struct mdrv_driver *drv, const void *addr)
{
	struct mdrv_state *st = READ_ONCE(drv->state);
	unsigned long flags, at = (unsigned long)addr;
	struct mdrv_call *call;
	struct mdrv_entry *e;
	bool busy = false;

	if (!st || !addr || list_empty_careful(&st->calls))
		return true;
	spin_lock_irqsave(&st->lock, flags);
	call = mdrv_call_current(st);
	e = call ? mdrv_registry_find(st, at) : NULL;
	if (e && e->addr == at && e->freeable)
		busy = mdrv_undo_lies_in(st, at, e->size);
	if (busy)
		call->disorderly = true;
	spin_unlock_irqrestore(&st->lock, flags);
	if (!busy)
		return true;
	e = mdrv_registry_pull(st, at, MDRV_SORT_ANY, NULL);
	spin_lock_irqsave(&st->lock, flags);
	if (e)
		mdrv_park(st, e);
	spin_unlock_irqrestore(&st->lock, flags);
	return false;
}
EXPORT_SYMBOL_GPL(mdrv_kept_may_free);

/* Kept code frees the allocation at @addr itself. Return: the entry, for the caller to kfree(). */
struct mdrv_entry *mdrv_unpark(struct mdrv_state *st, unsigned long addr)
{
	struct mdrv_entry *e;

	lockdep_assert_held(&st->lock);
	list_for_each_entry(e, &st->parked, parked) {
		if (e->addr != addr)
			continue;
		list_del(&e->parked);
		mdrv_registry_charge(st, e, false);
		st->nparked--;
		return e;
	}
	return NULL;
}

static void free_list(struct list_head *list)
{
	struct mdrv_entry *e, *next;

	list_for_each_entry_safe(e, next, list, parked) {
		kfree((void *)e->addr);
		kfree(e);
	}
}

/* Do chains of another session still run? Nobody looks at what they know: they end soon. */
static bool has_others(struct mdrv_session *s)
{
	struct mdrv_call *call;

	list_for_each_entry(call, &s->state->calls, link) {
		if (call->session != s)
			return true;
	}
	return false;
}

static void take_free(struct mdrv_session *s, struct list_head *list)
{
	struct mdrv_state *st = s->state;
	struct mdrv_entry *e, *next;

	if (has_others(s))
		return;
	list_for_each_entry_safe(e, next, &st->parked, parked) {
		if (e->held || mdrv_undo_lies_in(st, e->addr, e->size))
			continue;
		list_move_tail(&e->parked, list);
		mdrv_registry_charge(st, e, false);
		st->nparked--;
	}
	list_for_each_entry_safe(e, next, &st->loose, loose) {
		if (e->held || time_before(jiffies, e->since + LOOSE_TIME) ||
		    mdrv_undo_lies_in(st, e->addr, e->size))
			continue;
		mdrv_registry_drop(st, e);
		list_add_tail(&e->parked, list);
	}
}

/**
 * mdrv_parked_settle() - an upcall ends: free what nothing points into
 * @s:		its session; token held, and its objects still live
 * @leaving:	owner that an upcall of mode MDRV_RELEASE has released, or NULL
 */
void mdrv_parked_settle(struct mdrv_session *s, const void *leaving)
{
	struct mdrv_state *st = s->state;
	unsigned long at = 0;
	struct span span;
	LIST_HEAD(unused);

	if (list_empty_careful(&st->parked) && list_empty_careful(&st->loose))
		return;
	mutex_lock(&st->settling);
	spin_lock_irq(&st->lock);
	span = span_of(st);
	hold_globals(st, &span);
	hold_live(s, &span, leaving);
	do {
		at = hold_known(st, &span, at);
		if (!at)
			break;
		spin_unlock_irq(&st->lock);
		cond_resched();
		spin_lock_irq(&st->lock);
	} while (at);
	hold_arguments(st, &span);
	take_free(s, &unused);
	spin_unlock_irq(&st->lock);
	mutex_unlock(&st->settling);
	free_list(&unused);
}

/* Nothing of the driver runs any more. */
void mdrv_parked_free(struct mdrv_state *st)
{
	free_list(&st->parked);
	INIT_LIST_HEAD(&st->parked);
}
