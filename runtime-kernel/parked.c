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

#define STEP	64	/* registry entries looked at under the lock in one go */

/* Bytes that parked memory spans, so that most pointers are told apart by two compares. */
struct span {
	unsigned long low;
	unsigned long high;
};

static struct span span_of(struct mdrv_state *st)
{
	struct span span = { .low = ULONG_MAX };
	struct mdrv_entry *e;

	list_for_each_entry(e, &st->parked, parked) {
		span.low = min(span.low, e->addr);
		span.high = max(span.high, (unsigned long)(e->addr + e->size));
		e->held = false;
	}
	return span;
}

static void hold(struct mdrv_state *st, const struct span *span, unsigned long addr)
{
	struct mdrv_entry *e;

	if (addr < span->low || addr >= span->high)
		return;
	list_for_each_entry(e, &st->parked, parked)
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

	for (i = 0; e && i < STEP; i++) {
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
	list_add_tail(&e->parked, &st->parked);
	mdrv_registry_charge(st, e, true);
	return ++st->nparked > MDRV_PARKED_MAX ? -EDQUOT : 0;
}

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

static void take_free(struct mdrv_state *st, struct list_head *list)
{
	struct mdrv_entry *e, *next;

	list_for_each_entry_safe(e, next, &st->parked, parked) {
		if (e->held)
			continue;
		list_move_tail(&e->parked, list);
		mdrv_registry_charge(st, e, false);
		st->nparked--;
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

	if (list_empty_careful(&st->parked))
		return;
	spin_lock_irq(&st->lock);
	span = span_of(st);
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
	take_free(st, &unused);
	spin_unlock_irq(&st->lock);
	free_list(&unused);
}

/* Nothing of the driver runs any more. */
void mdrv_parked_free(struct mdrv_state *st)
{
	free_list(&st->parked);
	INIT_LIST_HEAD(&st->parked);
}
