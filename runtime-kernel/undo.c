// SPDX-License-Identifier: GPL-2.0-only
/*
 * The undo log: what the driver has acquired from the kernel on behalf of the user
 * half, and how to give it back when the user half is not there to do it.
 * Callbacks run in reverse order, without locks, and may upcall (which fails).
 */
#include <linux/slab.h>
#include "internal.h"

struct mdrv_undo {
	struct list_head link;		/* state->undo, oldest first */
	const struct mdrv_undo_op *op;
	const void *owner;
	u64 root;			/* the outermost upcall it was made in */
	u64 seq;
	bool claimed;			/* being acquired: not ours to undo yet */
	u64 arg[6];
};

int mdrv_undo_reserve(struct mdrv_call *call)
{
	if (READ_ONCE(call->drv->state->nundo) >= MDRV_UNDO_MAX)
		return -EDQUOT;
	call->reserve = kzalloc(sizeof(*call->reserve), GFP_KERNEL);
	return call->reserve ? 0 : -ENOMEM;
}

static void unlink(struct mdrv_state *st, struct mdrv_undo *u)
{
	list_del(&u->link);
	st->nundo--;
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
	return (u->op == op || !strcmp(u->op->class, op->class)) &&
	       (op->keys < 1 || u->arg[0] == a0) && (op->keys < 2 || u->arg[1] == a1);
}

bool mdrv_claim(struct mdrv_call *call, const struct mdrv_undo_op *op, u64 a0, u64 a1)
{
	struct mdrv_state *st = call->drv->state;
	struct mdrv_undo *u, *new = call->reserve;
	bool held = !new;

	spin_lock_irq(&st->lock);
	list_for_each_entry(u, &st->undo, link)
		held |= is_instance(u, op, a0, a1);
	if (!held) {
		*new = (struct mdrv_undo){ .op = op, .claimed = true, .arg = { a0, a1 } };
		list_add_tail(&new->link, &st->undo);
		st->nundo++;
		call->claim = new;
		call->reserve = NULL;
	}
	spin_unlock_irq(&st->lock);
	if (held)
		mdrv_bad(call, "acquires what it holds");
	return !held;
}
EXPORT_SYMBOL_GPL(mdrv_claim);

void mdrv_acquired(struct mdrv_call *call, struct mdrv_driver *drv,
		   const struct mdrv_undo_op *op,
		   u64 a0, u64 a1, u64 a2, u64 a3, u64 a4, u64 a5)
{
	struct mdrv_state *st = drv->state;
	const void *owner = NULL;
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
	spin_lock_irqsave(&st->lock, flags);
	if (!call)
		call = mdrv_call_current(st);
	if (call && u) {
		*u = (struct mdrv_undo){
			.op = op, .owner = call->payer, .root = call->root,
			.seq = ++st->undo_seq, .arg = { a0, a1, a2, a3, a4, a5 },
		};
		list_add_tail(&u->link, &st->undo);
		st->nundo++;
		owner = u->owner;
		u = NULL;
	} else if (call) {
		pr_warn_ratelimited("mdrv: %s: no memory to log a %s\n", st->name, op->class);
	}
	spin_unlock_irqrestore(&st->lock, flags);
	kfree(u);
	if (owner)
		mdrv_limbo_unmute(st, owner);
}
EXPORT_SYMBOL_GPL(mdrv_acquired);

static bool release(struct mdrv_state *st, const struct mdrv_undo_op *op, u64 a0, u64 a1)
{
	struct mdrv_undo *u, *found = NULL;
	struct mdrv_call *call;
	unsigned long flags;

	spin_lock_irqsave(&st->lock, flags);
	list_for_each_entry_reverse(u, &st->undo, link) {
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

void mdrv_released(struct mdrv_driver *drv, const struct mdrv_undo_op *op, u64 a0, u64 a1)
{
	release(drv->state, op, a0, a1);
}
EXPORT_SYMBOL_GPL(mdrv_released);

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

/* Which entries: those of an upcall since a mark, of an owner, or all. */
struct choice {
	u64 root;
	u64 mark;
	const void *owner;
	bool all;
	bool scoped;			/* of these, the scoped ones only */
};

static bool is_chosen(const struct mdrv_undo *u, const struct choice *c)
{
	if (u->claimed)
		return false;
	if (c->all)
		return true;
	if (c->scoped && !u->op->scoped)
		return false;
	return c->root ? u->root == c->root && u->seq > c->mark : u->owner == c->owner;
}

/* One at a time: a callback may well release others in the regular way. */
static u32 undo_chosen(struct mdrv_state *st, const struct choice *c)
{
	struct mdrv_undo *u, *last;
	u32 n = 0;

	do {
		last = NULL;
		spin_lock_irq(&st->lock);
		list_for_each_entry_reverse(u, &st->undo, link) {
			if (is_chosen(u, c)) {
				last = u;
				unlink(st, u);
				break;
			}
		}
		spin_unlock_irq(&st->lock);
		if (last) {
			last->op->undo(last->arg);
			kfree(last);
			n++;
		}
	} while (last);
	return n;
}

void mdrv_undo_since(struct mdrv_state *st, u64 root, u64 mark, bool scoped)
{
	struct choice c = { .root = root, .mark = mark, .scoped = scoped };

	undo_chosen(st, &c);
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
	LIST_HEAD(gone);

	if (!READ_ONCE(st->nundo))
		return;
	spin_lock_irq(&st->lock);
	list_for_each_entry_safe(u, next, &st->undo, link) {
		if (u->root == root && u->op->scoped) {
			list_move(&u->link, &gone);
			st->nundo--;
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

void mdrv_undo_all(struct mdrv_state *st)
{
	struct choice c = { .all = true };
	u32 n = undo_chosen(st, &c);

	if (n)
		pr_info("mdrv: %s: undid %u acquisitions at its end\n", st->name, n);
}
