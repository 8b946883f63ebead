// SPDX-License-Identifier: GPL-2.0-only
/* Life of a kernel half: registration, its own init and exit, the end. */
#include <linux/slab.h>
#include "internal.h"

DEFINE_MUTEX(mdrv_drivers_mutex);
static LIST_HEAD(drivers);

struct mdrv_state *mdrv_state_find(const char *name)
{
	struct mdrv_state *st;

	lockdep_assert_held(&mdrv_drivers_mutex);
	list_for_each_entry(st, &drivers, link) {
		if (!strcmp(st->name, name))
			return st;
	}
	return NULL;
}

void mdrv_state_get(struct mdrv_state *st)
{
	kref_get(&st->ref);
}

static void state_free(struct kref *ref)
{
	struct mdrv_state *st = container_of(ref, struct mdrv_state, ref);

	kfree(st);
}

void mdrv_state_put(struct mdrv_state *st)
{
	kref_put(&st->ref, state_free);
}

/*
 * The driver's own init, postponed from insmod to the first attach. A failed one
 * is tried again by the next daemon: the first may have died in the middle.
 */
static void run_init(struct work_struct *work)
{
	struct mdrv_state *st = container_of(work, struct mdrv_state, init_work);
	int err = 0;

	if (st->ready || READ_ONCE(st->closing))
		return;
	if (st->drv->init)
		err = st->drv->init();
	if (err)
		pr_warn("mdrv: %s: init failed with error %d\n", st->name, err);
	else
		st->ready = true;
}

/*
 * Parts are smaller than what they are in, so that there is an end to them; they come in
 * order, and what is between them are rows.
 */
static bool parts_are_sound(const struct mdrv_plan *plan, const struct mdrv_record *r)
{
	u32 i, next = 0, fields = r->nrows;

	for (i = 0; i < r->nparts; i++) {
		const struct mdrv_part *part = &r->parts[i];
		const struct mdrv_record *inner;

		if (!part->record || part->record >= plan->nrecords || part->first < next)
			return false;
		inner = plan->records[part->record];
		if (!inner || inner->size >= r->size || part->at > r->size - inner->size)
			return false;
		next = part->first + inner->nfields;
		fields += inner->nfields;
	}
	return next <= r->nfields && fields == r->nfields;
}

static bool plan_is_sound(const struct mdrv_plan *plan)
{
	u32 i;

	if (!plan || plan->abi != MDRV_ABI || !plan->name || !plan->hash)
		return false;
	if (!*plan->name || strlen(plan->name) > MDRV_NAME_MAX ||
	    strlen(plan->hash) != MDRV_HASH_LEN)
		return false;
	if (plan->nrecords >= MDRV_REC_GLOBAL || plan->nglobals > MDRV_OBJECTS_MAX / 2 ||
	    plan->nrecords >= MDRV_MAY_ALLOC_BYTES - MDRV_RIGHTS ||
	    plan->ndowncalls > MDRV_RIGHTS)
		return false;
	for (i = 1; i < plan->nrecords; i++) {
		const struct mdrv_record *r = plan->records[i];

		if (!r || r->base >= plan->nrecords || !parts_are_sound(plan, r))
			return false;
	}
	for (i = 0; i < plan->nwithin; i++) {
		if (!plan->within[i].record || plan->within[i].record >= plan->nrecords)
			return false;
	}
	for (i = 0; i < plan->nglobals; i++) {
		u32 r = plan->globals[i].record;

		if (r != MDRV_REC_BYTES && (!r || r >= plan->nrecords))
			return false;
	}
	return mdrv_calls_are_sound(plan);
}

static struct mdrv_state *state_new(struct mdrv_driver *drv)
{
	struct mdrv_state *st = kzalloc(sizeof(*st), GFP_KERNEL);

	if (!st)
		return NULL;
	kref_init(&st->ref);
	st->drv = drv;
	strscpy(st->name, drv->plan->name, sizeof(st->name));
	spin_lock_init(&st->lock);
	INIT_LIST_HEAD(&st->calls);
	INIT_LIST_HEAD(&st->scopes);
	init_waitqueue_head(&st->idle);
	INIT_WORK(&st->init_work, run_init);
	init_llist_head(&st->later);
	INIT_WORK(&st->later_work, mdrv_via_give_back);
	st->registry = RB_ROOT;
	st->graves = RB_ROOT;
	st->next_map = PAGE_SIZE;
	mutex_init(&st->strings_mutex);
	INIT_LIST_HEAD(&st->strings);
	INIT_LIST_HEAD(&st->onces);
	INIT_LIST_HEAD(&st->undo);
	INIT_LIST_HEAD(&st->limbo);
	INIT_LIST_HEAD(&st->parked);
	INIT_LIST_HEAD(&st->loose);
	mutex_init(&st->settling);
	return st;
}

int mdrv_driver_register(struct mdrv_driver *drv)
{
	struct mdrv_state *st;
	int err = 0;

	if (!plan_is_sound(drv->plan)) {
		pr_err("mdrv: %s: tables of another version\n",
		       drv->owner ? module_name(drv->owner) : "?");
		return -EINVAL;
	}
	st = state_new(drv);
	if (!st)
		return -ENOMEM;
	mutex_lock(&mdrv_drivers_mutex);
	if (mdrv_state_find(st->name)) {
		err = -EEXIST;
	} else {
		drv->state = st;
		mdrv_debugfs_add(st);
		list_add_tail(&st->link, &drivers);
	}
	mutex_unlock(&mdrv_drivers_mutex);
	if (err)
		mdrv_state_put(st);
	return err;
}
EXPORT_SYMBOL_GPL(mdrv_driver_register);

static bool no_calls(struct mdrv_state *st)
{
	bool none;

	spin_lock_irq(&st->lock);
	none = list_empty(&st->calls);
	spin_unlock_irq(&st->lock);
	return none;
}

static bool no_actions(struct mdrv_state *st)
{
	bool none;

	spin_lock_irq(&st->lock);
	none = !st->acting;
	spin_unlock_irq(&st->lock);
	return none;
}

/* The driver goes: so do its daemon and the one that stands by. No more can come. */
static void end_session(struct mdrv_state *st, struct mdrv_session **of)
{
	struct mdrv_session *s;

	spin_lock_irq(&st->lock);
	s = *of;
	if (s)
		mdrv_session_get(s);
	spin_unlock_irq(&st->lock);
	if (!s)
		return;
	mdrv_session_kill(s, 0);
	mdrv_session_put(s);
}

void mdrv_driver_unregister(struct mdrv_driver *drv)
{
	struct mdrv_state *st = drv->state;

	mutex_lock(&mdrv_drivers_mutex);
	spin_lock_irq(&st->lock);
	WRITE_ONCE(st->closing, true);
	spin_unlock_irq(&st->lock);
	list_del(&st->link);
	mutex_unlock(&mdrv_drivers_mutex);

	/* Bounded: each of its upcalls is, by the watchdog. */
	cancel_work_sync(&st->init_work);
	if (st->ready && drv->exit)
		drv->exit();

	end_session(st, &st->standby);
	end_session(st, &st->session);
	wait_event(st->idle, no_calls(st));
	mdrv_undo_all(st);
	wait_event(st->idle, no_actions(st));
	mdrv_limbo_settle(st, NULL, true);
	mdrv_via_flush(st);
	mdrv_debugfs_remove(st);
	mdrv_registry_free(st);
	mdrv_graves_free(st);
	mdrv_parked_free(st);
	mdrv_strings_free(st);
	drv->state = NULL;
	mdrv_state_put(st);
}
EXPORT_SYMBOL_GPL(mdrv_driver_unregister);
