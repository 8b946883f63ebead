// SPDX-License-Identifier: GPL-2.0-only
/*
 * The driver's registry: memory whose extent and type are known because its
 * allocation was seen. It outlives daemons. A tree by address under state->lock,
 * since what is in it may be freed in any context.
 */
#include <linux/slab.h>
#include "internal.h"

/* The entry that @addr lies in. */
struct mdrv_entry *mdrv_registry_find(struct mdrv_state *st, unsigned long addr)
{
	struct rb_node *n = st->registry.rb_node;

	lockdep_assert_held(&st->lock);
	while (n) {
		struct mdrv_entry *e = rb_entry(n, struct mdrv_entry, node);

		if (addr < e->addr)
			n = n->rb_left;
		else if (addr - e->addr >= max_t(u64, e->size, 1))
			n = n->rb_right;
		else
			return e;
	}
	return NULL;
}

/* Some entry that overlaps [addr, addr + size). */
static struct mdrv_entry *overlapping(struct mdrv_state *st, unsigned long addr, u64 size)
{
	struct rb_node *n = st->registry.rb_node;

	while (n) {
		struct mdrv_entry *e = rb_entry(n, struct mdrv_entry, node);

		if (addr + size <= e->addr)
			n = n->rb_left;
		else if (addr >= e->addr + e->size)
			n = n->rb_right;
		else
			return e;
	}
	return NULL;
}

struct mdrv_entry *mdrv_registry_from(struct mdrv_state *st, unsigned long addr)
{
	struct rb_node *n = st->registry.rb_node;
	struct mdrv_entry *found = NULL;

	lockdep_assert_held(&st->lock);
	while (n) {
		struct mdrv_entry *e = rb_entry(n, struct mdrv_entry, node);

		if (e->addr + max_t(u64, e->size, 1) > addr) {
			found = e;
			n = n->rb_left;
		} else {
			n = n->rb_right;
		}
	}
	return found;
}

void mdrv_registry_charge(struct mdrv_state *st, const struct mdrv_entry *e, bool counts)
{
	u64 bytes = e->io ? 0 : e->size;

	if (!e->by_user)
		return;
	st->all_entries += counts ? 1 : -1;
	st->all_bytes += counts ? bytes : -bytes;
	if (e->tenure != st->tenure)
		return;
	st->user_entries += counts ? 1 : -1;
	st->user_bytes += counts ? bytes : -bytes;
}

static bool is_too_much(const struct mdrv_state *st, const struct mdrv_entry *e)
{
	u64 bytes = e->io ? 0 : e->size;

	return e->by_user &&
	       (st->user_entries >= MDRV_ALLOCS_MAX ||
		st->all_entries >= MDRV_TENURES * MDRV_ALLOCS_MAX ||
		(bytes && (st->user_bytes + bytes > MDRV_ALLOCS_BYTES ||
			   st->all_bytes + bytes > MDRV_TENURES * (u64)MDRV_ALLOCS_BYTES)));
}

static void erase(struct mdrv_state *st, struct mdrv_entry *e)
{
	list_del_init(&e->loose);
	rb_erase(&e->node, &st->registry);
	st->entries--;
	mdrv_registry_charge(st, e, false);
}

static void link_in(struct mdrv_state *st, struct mdrv_entry *e)
{
	struct rb_node **at = &st->registry.rb_node, *parent = NULL;

	while (*at) {
		parent = *at;
		if (e->addr < rb_entry(parent, struct mdrv_entry, node)->addr)
			at = &parent->rb_left;
		else
			at = &parent->rb_right;
	}
	rb_link_node(&e->node, parent, at);
	rb_insert_color(&e->node, &st->registry);
	st->entries++;
	mdrv_registry_charge(st, e, true);
}

/**
 * mdrv_registry_add() - enter an allocation
 * @st:		the driver
 * @model:	copied; a region gets its place in the device file
 * Context: any but NMI. Return: 0, -ENOMEM, or -EDQUOT when user halves have asked for too much.
 */
int mdrv_registry_add(struct mdrv_state *st, const struct mdrv_entry *model)
{
	struct mdrv_entry *e, *old, *stale = NULL;
	unsigned long flags;
	int err = 0;

	e = kmemdup(model, sizeof(*e), mdrv_can_sleep() ? GFP_KERNEL : GFP_ATOMIC);
	if (!e)
		return -ENOMEM;
	INIT_LIST_HEAD(&e->loose);
	spin_lock_irqsave(&st->lock, flags);
	e->tenure = st->tenure;
	if (is_too_much(st, e)) {
		err = -EDQUOT;
		goto out;
	}
	/* What lay there has been freed in a way that nobody told us of. */
	if (st->session)
		mdrv_objects_overwrite(st->session, e->addr, e->size);
	while ((old = overlapping(st, e->addr, max_t(u64, e->size, 1)))) {
		erase(st, old);
		RB_CLEAR_NODE(&old->node);
		old->node.rb_left = (struct rb_node *)stale;
		stale = old;
	}
	if (e->map) {
		e->map = st->next_map;
		st->next_map += PAGE_ALIGN(e->size + offset_in_page(e->phys)) + PAGE_SIZE;
	}
	mdrv_unbury(st, e->addr, e->size);
	e->seq = ++st->undo_seq;
	link_in(st, e);
	e = NULL;
out:
	spin_unlock_irqrestore(&st->lock, flags);
	for (; stale; stale = old) {
		old = (struct mdrv_entry *)stale->node.rb_left;
		kfree(stale);
	}
	kfree(e);
	return err;
}

int mdrv_track(struct mdrv_driver *drv, void *addr, u64 size, u32 kind, u32 record)
{
	struct mdrv_entry e = {
		.addr = (unsigned long)addr, .size = size, .kind = kind, .record = record,
	};

	if (!addr || IS_ERR(addr) || !size)
		return 0;
	if (kind == MDRV_O_RECORD && (!record || record >= drv->plan->nrecords ||
				      drv->plan->records[record]->size > size))
		return -EINVAL;
	return mdrv_registry_add(drv->state, &e);
}
EXPORT_SYMBOL_GPL(mdrv_track);

static bool is_of(const struct mdrv_entry *e, enum mdrv_sort sort)
{
	return sort == MDRV_SORT_ANY || (sort == MDRV_SORT_IO ? e->io : e->dev != NULL);
}

/**
 * mdrv_registry_pull() - take the entry and the session's object at @addr out
 * @st:		the driver
 * @addr:	start of the allocation
 * @sort:	entries of another sort stay
 * @s:		out, may be NULL: the session, referenced, or NULL
 * Context: any but NMI. Return: the entry, for the caller to kfree(), or NULL.
 */
struct mdrv_entry *mdrv_registry_pull(struct mdrv_state *st, unsigned long addr,
				      enum mdrv_sort sort, struct mdrv_session **s)
{
	struct mdrv_entry *e;
	u64 size;
	bool known;
	unsigned long flags;

	spin_lock_irqsave(&st->lock, flags);
	e = mdrv_registry_find(st, addr);
	if (e && e->addr != addr)
		e = NULL;
	if (sort != MDRV_SORT_ANY && (!e || !is_of(e, sort))) {
		spin_unlock_irqrestore(&st->lock, flags);
		return NULL;
	}
	size = e ? e->size : 1;
	known = st->session && mdrv_object_forget(st->session, addr, &size);
	known |= mdrv_lives_again(st, addr, &size);
	if (e)
		erase(st, e);
	if (e || known)
		mdrv_bury(st, addr, size);
	if (e && s && st->session) {
		*s = st->session;
		mdrv_session_get(*s);
	} else if (e && e->map && st->session) {
		queue_work(mdrv_wq, &st->session->zap_work);
	}
	spin_unlock_irqrestore(&st->lock, flags);
	return e;
}

void mdrv_registry_drop(struct mdrv_state *st, struct mdrv_entry *e)
{
	u64 size = e->size;

	lockdep_assert_held(&st->lock);
	if (st->session)
		mdrv_object_forget(st->session, e->addr, &size);
	erase(st, e);
	mdrv_bury(st, e->addr, size);
}

void mdrv_registry_loosen(struct mdrv_state *st, u64 root, u64 mark)
{
	struct mdrv_entry *e;
	struct rb_node *n;
	u32 steps = 0;

	spin_lock_irq(&st->lock);
	for (n = rb_first(&st->registry); n; n = n ? rb_next(n) : NULL) {
		unsigned long addr;

		e = rb_entry(n, struct mdrv_entry, node);
		if (e->freeable && e->root == root && e->seq > mark) {
			e->since = jiffies;
			e->held = true;		/* by who settles now: it has not looked */
			list_move(&e->loose, &st->loose);
		}
		if (++steps % MDRV_STEP)
			continue;
		addr = e->addr;
		spin_unlock_irq(&st->lock);
		cond_resched();
		spin_lock_irq(&st->lock);
		e = mdrv_registry_from(st, addr);
		n = e ? &e->node : NULL;
	}
	spin_unlock_irq(&st->lock);
}

/* The same for an entry that nobody needs any more. Return: whether there was one. */
bool mdrv_registry_take(struct mdrv_state *st, unsigned long addr)
{
	struct mdrv_entry *e = mdrv_registry_pull(st, addr, MDRV_SORT_ANY, NULL);

	kfree(e);
	return e;
}

void mdrv_untrack(struct mdrv_driver *drv, const void *addr)
{
	struct mdrv_state *st = drv->state;
	struct mdrv_entry *e, *parked;
	unsigned long flags;
	bool via;

	if (!addr || !st)
		return;
	/* Regions go by the stand-in that made them: it needs what is recorded. */
	spin_lock_irqsave(&st->lock, flags);
	e = mdrv_registry_find(st, (unsigned long)addr);
	via = e && (e->io || e->dev);
	parked = mdrv_unpark(st, (unsigned long)addr);
	spin_unlock_irqrestore(&st->lock, flags);
	kfree(parked);
	if (!via)
		mdrv_registry_take(st, (unsigned long)addr);
}
EXPORT_SYMBOL_GPL(mdrv_untrack);

void mdrv_registry_free(struct mdrv_state *st)
{
	struct mdrv_entry *e, *next;
	u32 left = 0;

	rbtree_postorder_for_each_entry_safe(e, next, &st->registry, node) {
		if (e->freeable)
			kfree((void *)e->addr);
		put_device(e->dev);
		left++;
		kfree(e);
	}
	st->registry = RB_ROOT;
	st->entries = 0;
	if (left)
		pr_info("mdrv: %s: %u allocations left in the registry\n", st->name, left);
}
