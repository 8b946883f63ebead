// SPDX-License-Identifier: GPL-2.0-only
/*
 * "Done" held against what was done. Kept code goes by what an upcall that succeeds leaves
 * behind: a probe that says so early would make a kept remove follow NULL. The plan tells
 * what is on every way through it on which it succeeds.
 */
#include "internal.h"

static const struct mdrv_upcall *upcall_of(const struct mdrv_call *call)
{
	return &call->drv->plan->upcalls[call->func];
}

bool mdrv_must_is_sound(const struct mdrv_plan *plan, const struct mdrv_upcall *up, u32 values)
{
	u32 i;

	if (up->nmust > MDRV_MUST_MAX)
		return false;
	for (i = 0; i < up->nmust; i++) {
		const struct mdrv_must *must = &up->must[i];
		u32 record = must->what - MDRV_RIGHTS;

		if (must->what < MDRV_RIGHTS ? must->what >= plan->ndowncalls :
		    !record || record >= plan->nrecords || must->value >= values ||
		    must->field >= plan->records[record]->nfields)
			return false;
	}
	return true;
}

void mdrv_must_note(struct mdrv_call *call, u32 func)
{
	const struct mdrv_upcall *up = upcall_of(call);
	u32 i;

	for (i = 0; i < up->nmust; i++) {
		if (up->must[i].what == func)
			call->made |= BIT_ULL(i);
	}
}

/* Is the pointer set? What has been freed meanwhile is nobody's any more. */
static bool is_set(struct mdrv_call *call, const struct mdrv_must *must, const u64 *v)
{
	const struct mdrv_plan *plan = call->drv->plan;
	const struct mdrv_record *rec = plan->records[must->what - MDRV_RIGHTS];
	struct mdrv_view f = mdrv_view(plan, rec, must->field);
	struct mdrv_state *st = call->drv->state;
	unsigned long addr = v[must->value];
	struct mdrv_obj *o;
	bool set = true;

	if (!addr || f.kind != MDRV_PTR)
		return true;
	spin_lock_irq(&st->lock);
	o = mdrv_range_find(call->session, addr + f.offset, sizeof(void *));
	if (o && !o->gone)
		set = READ_ONCE(*(void **)(addr + f.offset));
	spin_unlock_irq(&st->lock);
	return set;
}

void mdrv_must_hold(struct mdrv_call *call, const u64 *v)
{
	const struct mdrv_upcall *up = upcall_of(call);
	u32 i;

	for (i = 0; i < up->nmust; i++) {
		const struct mdrv_must *must = &up->must[i];

		if (must->what < MDRV_RIGHTS ? call->made & BIT_ULL(i) : is_set(call, must, v))
			continue;
		pr_warn_ratelimited("mdrv: %s: upcall %u succeeds without %s %u\n",
				    call->drv->plan->name, call->func,
				    must->what < MDRV_RIGHTS ? "downcall" : "field",
				    must->what < MDRV_RIGHTS ? must->what : must->field);
		mdrv_bad(call, "is done too early");
		return;
	}
}
