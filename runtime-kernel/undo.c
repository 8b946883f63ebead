// SPDX-License-Identifier: GPL-2.0-only
/*
 * The undo log: what the driver has acquired from the kernel, in either half, and
 * how to give it back when the user half is not there to do it.
 * Callbacks run in reverse order, without locks, and may upcall (which fails).
 */
#include <linux/hash.h>
#include <linux/slab.h>
#include "internal.h"

#define NESTED_MAX	4	/* memory within memory within memory */

struct mdrv_undo {
	struct list_head link;		/* state->undo, oldest first */
	struct hlist_node same;		/* state->undo_hash, newest first */
	const struct mdrv_undo_op *op;
	const void *owner;
	u64 root;			/* the outermost upcall it was made in, or 0 */
	u64 seq;
	u32 tenure;			/* see state->tenure */
	bool opened;			/* in an upcall of mode MDRV_UNDO */
	bool claimed;			/* being acquired: not ours to undo yet */
	bool wall;			/* action of the owner's device: see action.c */
	bool due;			/* to be undone when the action after it has run */
	u64 arg[6];
};

static struct hlist_head *bucket(struct mdrv_state *st, const struct mdrv_undo_op *op, u64 a0)
{
	return &st->undo_hash[op->keys ? hash_64(a0, MDRV_UNDO_BITS) : 0];
}

/* What was made in an upcall counts against its bounds. */
static void enter(struct mdrv_state *st, struct mdrv_undo *u)
{
	list_add_tail(&u->link, &st->undo);
	hlist_add_head(&u->same, bucket(st, u->op, u->arg[0]));
	u->tenure = st->tenure;
	st->nheld++;
	st->nundo += u->root != 0;
	st->ncharged += u->root != 0;
}

static void unlink(struct mdrv_state *st, struct mdrv_undo *u)
{
	list_del(&u->link);
	hlist_del(&u->same);
	st->nheld--;
	st->nundo -= u->root != 0;
	st->ncharged -= u->root != 0 && u->tenure == st->tenure;
}

static bool is_full(const struct mdrv_state *st)
{
	return READ_ONCE(st->ncharged) >= MDRV_UNDO_MAX ||
	       READ_ONCE(st->nundo) >= MDRV_TENURES * MDRV_UNDO_MAX;
}

int mdrv_undo_reserve(struct mdrv_call *call)
{
	if (is_full(call->drv->state))
		return -EDQUOT;
	call->reserve = kzalloc(sizeof(*call->reserve), GFP_KERNEL);
	return call->reserve ? 0 : -ENOMEM;
}

void mdrv_undo_unreserve(struct mdrv_call *call)
{
	struct mdrv_state *st = call->drv->state;
	struct mdrv_undo *claim = call->claim;

	if (claim) {			/* the callee has failed */
		spin_lock_irq(&st->lock);
		unlink(st, claim);
		spin_unlock_irq(&st->lock);
		kfree(claim);
	}
	kfree(call->reserve);
	call->claim = NULL;
	call->reserve = NULL;
}

static bool is_instance(const struct mdrv_undo *u, const struct mdrv_undo_op *op, u64 a0, u64 a1)
{
	return u->op == op &&
	       (op->keys < 1 || u->arg[0] == a0) && (op->keys < 2 || u->arg[1] == a1);
}

bool mdrv_claim(struct mdrv_call *call, const struct mdrv_undo_op *op, u64 a0, u64 a1)
{
	struct mdrv_state *st = call->drv->state;
	struct mdrv_undo *u, *new = call->reserve;
	bool held = !new;

	spin_lock_irq(&st->lock);
	hlist_for_each_entry(u, bucket(st, op, a0), same)
		held |= is_instance(u, op, a0, a1);
	if (!held) {
		*new = (struct mdrv_undo){
			.op = op, .root = call->root, .claimed = true, .arg = { a0, a1 },
		};
		enter(st, new);
		call->claim = new;
		call->reserve = NULL;
	}
	spin_unlock_irq(&st->lock);
	if (held)
		mdrv_bad(call, "acquires what it holds");
	return !held;
}
EXPORT_SYMBOL_GPL(mdrv_claim);

/* Is it what a MDRV_RELEASE has to undo in the end? */
static bool is_opening(const struct mdrv_call *call)
{
	while (call && call->parent)
		call = call->parent;
	return call && call->drv->plan->upcalls[call->func].mode == MDRV_UNDO;
}

/* Memory for an entry: what a downcall has reserved, or new. */
static struct mdrv_undo *get_entry(struct mdrv_state *st, struct mdrv_call *call)
{
	struct mdrv_undo *u = NULL;
	unsigned long flags;

	if (call && call->claim) {
		spin_lock_irqsave(&st->lock, flags);
		u = call->claim;
		call->claim = NULL;
		unlink(st, u);
		spin_unlock_irqrestore(&st->lock, flags);
	} else if (call) {
		u = call->reserve;
		call->reserve = NULL;
	}
	if (!u)
		u = kzalloc(sizeof(*u), GFP_ATOMIC | __GFP_NOWARN);
	if (!u && mdrv_can_sleep())
		u = kzalloc(sizeof(*u), GFP_NOIO | __GFP_NOFAIL);
	return u;
}

/* A lock that kept code takes on its own account: it will not die with it. */
static bool is_its_own(struct mdrv_state *st, const struct mdrv_undo_op *op)
{
	unsigned long flags;
	bool own;

	if (!op->scoped)
		return false;
	if (list_empty_careful(&st->calls))
		return true;
	spin_lock_irqsave(&st->lock, flags);
	own = !mdrv_call_current(st);
	spin_unlock_irqrestore(&st->lock, flags);
	return own;
}

/* What nobody can give back keeps the module where it is: the kernel refers to it. */
static void pin(struct mdrv_driver *drv, const struct mdrv_undo_op *op)
{
	__module_get(drv->owner);
	pr_warn_ratelimited("mdrv: %s: no memory to log for %ps: the module stays loaded\n",
			    drv->plan->name, op->undo);
}

void mdrv_acquired(struct mdrv_call *call, struct mdrv_driver *drv,
		   const struct mdrv_undo_op *op,
		   u64 a0, u64 a1, u64 a2, u64 a3, u64 a4, u64 a5)
{
	struct mdrv_state *st = READ_ONCE(drv->state);
	const void *owner;
	struct mdrv_undo *u;
	unsigned long flags;

	if (!st || (!call && is_its_own(st, op)))
		return;
	u = get_entry(st, call);
	if (!u) {
		pin(drv, op);
		return;
	}
	spin_lock_irqsave(&st->lock, flags);
	if (!call)
		call = mdrv_call_current(st);
	/* Kept code that no user half has a part in: what was freed there is in use again. */
	if (!call)
		mdrv_wake(st, a0);
	owner = call ? call->payer : mdrv_scope_owner(st);
	*u = (struct mdrv_undo){
		.op = op, .owner = owner, .root = call ? call->root : 0,
		.seq = ++st->undo_seq, .opened = is_opening(call),
		.arg = { a0, a1, a2, a3, a4, a5 },
	};
	enter(st, u);
	spin_unlock_irqrestore(&st->lock, flags);
	if (owner)
		mdrv_limbo_unmute(st, owner);
}
EXPORT_SYMBOL_GPL(mdrv_acquired);

void mdrv_took(struct mdrv_call *call, struct mdrv_driver *drv, const struct mdrv_undo_op *op,
	       u64 a0, u64 a1)
{
	mdrv_acquired(call, drv, op, a0, a1, 0, 0, 0, 0);
}
EXPORT_SYMBOL_GPL(mdrv_took);

int mdrv_undo_log_action(struct mdrv_state *st, const void *action, const void *data,
			 struct device *dev, bool wall)
{
	struct mdrv_undo *u = kzalloc(sizeof(*u), GFP_KERNEL);
	const struct mdrv_call *call;

	if (!u)
		return -ENOMEM;
	spin_lock_irq(&st->lock);
	call = mdrv_call_current(st);
	if (call && is_full(st)) {
		spin_unlock_irq(&st->lock);
		kfree(u);
		return -EDQUOT;
	}
	*u = (struct mdrv_undo){
		.op = &mdrv_undo_action_op, .owner = call ? call->payer : mdrv_scope_owner(st),
		.root = call ? call->root : 0, .seq = ++st->undo_seq, .wall = wall,
		.arg = { (uintptr_t)data, (uintptr_t)action, (uintptr_t)dev },
	};
	enter(st, u);
	spin_unlock_irq(&st->lock);
	return 0;
}

bool mdrv_undo_drop_action(struct mdrv_state *st, const void *action, const void **owner)
{
	struct mdrv_undo *u;

	lockdep_assert_held(&st->lock);
	list_for_each_entry(u, &st->undo, link) {
		if (u->op != &mdrv_undo_action_op || u->arg[1] != (uintptr_t)action)
			continue;
		*owner = u->owner;
		unlink(st, u);
		kfree(u);
		return true;
	}
	return false;
}

bool mdrv_holds(struct mdrv_driver *drv, const struct mdrv_undo_op *op)
{
	struct mdrv_state *st = drv->state;
	struct mdrv_undo *u;
	bool found = false;

	spin_lock_irq(&st->lock);
	list_for_each_entry(u, &st->undo, link)
		found |= !u->claimed && u->op == op;
	spin_unlock_irq(&st->lock);
	return found;
}
EXPORT_SYMBOL_GPL(mdrv_holds);

static bool release(struct mdrv_state *st, const struct mdrv_undo_op *op, u64 a0, u64 a1)
{
	struct mdrv_undo *u, *found = NULL;
	struct mdrv_call *call;
	unsigned long flags;

	spin_lock_irqsave(&st->lock, flags);
	hlist_for_each_entry(u, bucket(st, op, a0), same) {
		if (u->claimed || !is_instance(u, op, a0, a1))
			continue;
		unlink(st, u);
		found = u;
		break;
	}
	for (call = found ? mdrv_call_current(st) : NULL; call; call = call->parent)
		call->gave |= found->root != call->root;
	spin_unlock_irqrestore(&st->lock, flags);
	kfree(found);
	return found;
}

bool mdrv_kept_gives_up(struct mdrv_driver *drv, const struct mdrv_undo_op *op, u64 a0, u64 a1)
{
	struct mdrv_state *st = READ_ONCE(drv->state);

	return !st || mdrv_kept_may(drv, release(st, op, a0, a1));
}
EXPORT_SYMBOL_GPL(mdrv_kept_gives_up);

void mdrv_released(struct mdrv_driver *drv, const struct mdrv_undo_op *op, u64 a0, u64 a1)
{
	struct mdrv_state *st = READ_ONCE(drv->state);

	if (st)
		release(st, op, a0, a1);
}
EXPORT_SYMBOL_GPL(mdrv_released);

/* What goes with another release, or has become part of another acquisition. */
void mdrv_forget(struct mdrv_driver *drv, const struct mdrv_undo_op *op, u32 keys, u64 a0, u64 a1)
{
	struct mdrv_state *st = READ_ONCE(drv->state);
	struct mdrv_undo *u;
	struct hlist_node *next;
	unsigned long flags;
	HLIST_HEAD(gone);

	if (!st)
		return;
	spin_lock_irqsave(&st->lock, flags);
	hlist_for_each_entry_safe(u, next, bucket(st, op, a0), same) {
		if (u->claimed || u->op != op || u->arg[0] != a0 ||
		    (min(keys, op->keys) > 1 && u->arg[1] != a1))
			continue;
		unlink(st, u);
		hlist_add_head(&u->same, &gone);
	}
	spin_unlock_irqrestore(&st->lock, flags);
	hlist_for_each_entry_safe(u, next, &gone, same)
		kfree(u);
}
EXPORT_SYMBOL_GPL(mdrv_forget);

bool mdrv_give_up(struct mdrv_call *call, const struct mdrv_undo_op *op, u64 a0, u64 a1)
{
	if (release(call->drv->state, op, a0, a1))
		return true;
	mdrv_bad(call, "releases what it does not hold");
	return false;
}
EXPORT_SYMBOL_GPL(mdrv_give_up);

/* Does what identifies @u lie in [addr, addr + size)? */
static bool lies_in(const struct mdrv_undo *u, unsigned long addr, u64 size)
{
	u32 i;

	for (i = 0; i < min(u->op->keys, 2U); i++) {
		if (u->arg[i] - addr < size)
			return true;
	}
	return false;
}

bool mdrv_undo_lies_in(struct mdrv_state *st, unsigned long addr, u64 size)
{
	struct mdrv_undo *u;

	lockdep_assert_held(&st->lock);
	list_for_each_entry(u, &st->undo, link) {
		if (lies_in(u, addr, size))
			return true;
	}
	return false;
}

bool mdrv_may_free(struct mdrv_call *call, const struct mdrv_undo_op *op, const void *addr)
{
	struct mdrv_state *st = call->drv->state;
	unsigned long start = (unsigned long)addr;
	struct mdrv_entry *e;
	struct mdrv_undo *u;
	bool busy = false;
	u64 size;

	spin_lock_irq(&st->lock);
	e = mdrv_registry_find(st, start);
	size = e && e->addr == start ? e->size : 1;
	list_for_each_entry(u, &st->undo, link)
		busy |= lies_in(u, start, size) && (!op || !is_instance(u, op, start, 0));
	spin_unlock_irq(&st->lock);
	if (busy)
		mdrv_bad(call, "frees what is in use");
	return !busy;
}
EXPORT_SYMBOL_GPL(mdrv_may_free);

/* Which entries: those of an upcall since a mark, of an owner, or all that are left. */
struct choice {
	u64 root;
	u64 mark;
	const void *owner;
	bool all;
	bool moved;			/* of these, what was acquired in an upcall only */
	bool opened;			/* of these, in an upcall of mode MDRV_UNDO only */
	bool scoped;			/* of these, the scoped ones only */
	bool due;			/* of these, those that waited for an action only */
	unsigned long addr;		/* instead: what lies in these many bytes */
	u64 size;
};

static bool is_action(const struct mdrv_undo *u)
{
	return u->op == &mdrv_undo_action_op;
}

/* Actions run when the device core says so, or must not be left behind. */
static bool is_chosen(const struct mdrv_undo *u, const struct choice *c)
{
	/* What a thread holds, no other gives back. */
	if (u->claimed || (u->op->scoped == MDRV_OWNED && !c->root))
		return false;
	if (c->size)
		return lies_in(u, c->addr, c->size) && is_action(u);
	if (c->all)
		return !c->moved || u->root || is_action(u);
	if (is_action(u) || (c->due && !u->due))
		return false;
	if ((c->scoped && !u->op->scoped) || (c->opened && (!u->opened || u->op->late)))
		return false;
	return c->root ? u->root == c->root && u->seq > c->mark : u->owner == c->owner;
}

/* The newest other entry, whosesoever, in the memory that undoing @u gives back. */
static struct mdrv_undo *dependant(struct mdrv_state *st, const struct mdrv_undo *u)
{
	struct mdrv_undo *other;
	struct mdrv_entry *e;
	unsigned long addr;
	u64 size;

	if (!u->op->frees)
		return NULL;
	addr = u->arg[u->op->frees - 1];
	e = mdrv_registry_find(st, addr);
	size = e && e->addr == addr ? max_t(u64, e->size, 1) : 1;
	list_for_each_entry_reverse(other, &st->undo, link) {
		/* Of two that free the same, neither waits for the other. */
		if (other != u && !other->claimed && lies_in(other, addr, size) &&
		    (!other->op->frees || other->arg[other->op->frees - 1] != addr))
			return other;
	}
	return NULL;
}

/*
 * The newest of the chosen. What an owner took before an action of its device is due
 * when that has run; locks do not wait.
 */
static struct mdrv_undo *newest(struct mdrv_state *st, const struct choice *c)
{
	const struct mdrv_undo *wall = NULL;
	struct mdrv_undo *u;

	list_for_each_entry_reverse(u, &st->undo, link) {
		if (u->wall && (c->root ? u->root == c->root : u->owner == c->owner))
			wall = u;
		if (!is_chosen(u, c))
			continue;
		if (!wall || c->all || c->size || u->op->scoped || u->owner != wall->owner)
			return u;
		u->due = true;
	}
	return NULL;
}

/* What to undo next: of the chosen the newest, but what lies in it before it. */
static struct mdrv_undo *pick(struct mdrv_state *st, const struct choice *c)
{
	struct mdrv_undo *u, *first = newest(st, c);
	u32 depth = 0;

	while (first && depth++ < NESTED_MAX && (u = dependant(st, first)))
		first = u;
	if (first)
		unlink(st, first);
	return first;
}

/* One at a time: a callback may well release others in the regular way. */
static u32 undo_chosen(struct mdrv_state *st, const struct choice *c)
{
	struct mdrv_undo *last;
	u32 n = 0;

	do {
		spin_lock_irq(&st->lock);
		last = pick(st, c);
		spin_unlock_irq(&st->lock);
		if (last) {
			last->op->undo(last->arg);
			kfree(last);
			n++;
		}
	} while (last);
	return n;
}

u32 mdrv_undo_since(struct mdrv_state *st, u64 root, u64 mark, bool scoped)
{
	struct choice c = { .root = root, .mark = mark, .scoped = scoped };

	return undo_chosen(st, &c);
}

bool mdrv_undo_holds(struct mdrv_state *st, const void *owner, u64 root)
{
	struct mdrv_undo *u;

	lockdep_assert_held(&st->lock);
	list_for_each_entry(u, &st->undo, link) {
		if (u->owner == owner && (!root || u->root == root))
			return true;
	}
	return false;
}

void mdrv_undo_forget_scoped(struct mdrv_state *st, u64 root)
{
	struct mdrv_undo *u, *next;
	bool owned = false, keep;
	LIST_HEAD(gone);

	if (!READ_ONCE(st->nundo))
		return;
	spin_lock_irq(&st->lock);
	list_for_each_entry(u, &st->undo, link)
		owned |= u->root == root && u->op->scoped == MDRV_OWNED;
	spin_unlock_irq(&st->lock);
	keep = owned && mdrv_home_expect(st, root);
	spin_lock_irq(&st->lock);
	list_for_each_entry_safe(u, next, &st->undo, link) {
		if (u->root == root && u->op->scoped &&
		    (!keep || u->op->scoped != MDRV_OWNED)) {
			unlink(st, u);
			list_add(&u->link, &gone);
		}
	}
	spin_unlock_irq(&st->lock);
	list_for_each_entry_safe(u, next, &gone, link)
		kfree(u);
}

void mdrv_undo_owner(struct mdrv_state *st, const void *owner)
{
	struct choice c = { .owner = owner };

	if (owner)
		undo_chosen(st, &c);
}

void mdrv_undo_due(struct mdrv_state *st, const void *owner)
{
	struct choice c = { .owner = owner, .due = true };

	if (owner && undo_chosen(st, &c))
		mdrv_limbo_settle(st, NULL, false);
}

void mdrv_undo_actions_in(struct mdrv_state *st, unsigned long addr, u64 size)
{
	struct choice c = { .addr = addr, .size = size };

	undo_chosen(st, &c);
}

/*
 * A release says that it is done. What it was to release and has not, by error or to
 * deceive, must not stay with an owner that goes.
 */
void mdrv_undo_opened(struct mdrv_state *st, const void *owner)
{
	struct choice c = { .owner = owner, .opened = true };
	u32 n = owner ? undo_chosen(st, &c) : 0;

	if (n)
		pr_warn_ratelimited("mdrv: %s: undid %u acquisitions that a release had left\n",
				    st->name, n);
}

static void forget_all(struct mdrv_state *st)
{
	struct mdrv_undo *u, *next;

	list_for_each_entry_safe(u, next, &st->undo, link) {
		pr_debug("mdrv: %s: kept code has left %ps undone\n", st->name,
			 u->op->undo);
		unlink(st, u);
		kfree(u);
	}
}

/*
 * Nothing of the driver runs any more. What kept code has left, although each of its
 * calls into the user half was answered, the driver leaves when it is not split, too:
 * it may have been released by a way that no fact tells of.
 */
void mdrv_undo_all(struct mdrv_state *st)
{
	struct choice c = { .all = true, .moved = !st->torn };
	u32 n = undo_chosen(st, &c);

	if (n)
		pr_info("mdrv: %s: undid %u acquisitions at its end\n", st->name, n);
	forget_all(st);
}
