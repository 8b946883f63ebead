// SPDX-License-Identifier: GPL-2.0-only
/*
 * Graves: memory of the driver that has been freed and not been used again since, as
 * far as it was seen. A field may hold an address in it for as long as it likes, so
 * each is remembered; when that is not possible any more, pointers that nothing else
 * vouches for are not followed at all. All under state->lock.
 *
 * What driver code gets there again is known by the allocator it calls. A field may still
 * mean what was there before, so it is taken to point at no more than there is now; and
 * the grave stays, since freeing that may be all that is ever heard of it.
 */
#include <linux/slab.h>
#include "internal.h"

#define UNMEASURED	U64_MAX

struct grave {
	struct rb_node node;		/* disjoint, by address */
	unsigned long addr;
	u64 size;
	u64 lives;			/* bytes that are in use again, UNMEASURED, or 0 */
};

static struct grave *grave_in(struct mdrv_state *st, unsigned long addr, u64 size)
{
	struct rb_node *n = st->graves.rb_node;

	lockdep_assert_held(&st->lock);
	while (n) {
		struct grave *g = rb_entry(n, struct grave, node);

		if (addr + size <= g->addr)
			n = n->rb_left;
		else if (addr >= g->addr + g->size)
			n = n->rb_right;
		else
			return g;
	}
	return NULL;
}

bool mdrv_is_buried(struct mdrv_state *st, unsigned long addr)
{
	struct grave *g = grave_in(st, addr, 1);

	return g && !g->lives;
}

/* Do [start, start + size) lie in what lives at @addr, as far as that was measured? */
bool mdrv_life_holds(struct mdrv_state *st, unsigned long addr, unsigned long start, u64 size)
{
	struct grave *g = grave_in(st, addr, 1);

	if (!g || g->lives == UNMEASURED)
		return true;
	return start >= g->addr && start - g->addr <= g->lives &&
	       size <= g->lives - (start - g->addr);
}

/* Is @addr where something lives that was got where something else had been freed? */
bool mdrv_lives_again(struct mdrv_state *st, unsigned long addr, u64 *size)
{
	struct grave *g = grave_in(st, addr, 1);

	if (!g || !g->lives || g->addr != addr)
		return false;
	*size = max(*size, g->size);
	return true;
}

static void link_in(struct mdrv_state *st, struct grave *g)
{
	struct rb_node **at = &st->graves.rb_node, *parent = NULL;

	while (*at) {
		parent = *at;
		at = g->addr < rb_entry(parent, struct grave, node)->addr ?
			&parent->rb_left : &parent->rb_right;
	}
	rb_link_node(&g->node, parent, at);
	rb_insert_color(&g->node, &st->graves);
}

/* @g: a grave to reuse, or NULL */
static void dig(struct mdrv_state *st, struct grave *g, unsigned long addr, u64 size, u64 lives)
{
	if (!g && st->ngraves < MDRV_GRAVES_MAX)
		g = kmalloc(sizeof(*g), GFP_ATOMIC | __GFP_NOWARN);
	if (!g) {
		st->graves_lost = true;
		return;
	}
	*g = (struct grave){ .addr = addr, .size = size, .lives = lives };
	link_in(st, g);
	st->ngraves++;
}

/*
 * [addr, addr + size) is something else's; of the graves there what lies beside it stays.
 * Return: one that is not needed any more, or NULL if there was none.
 */
static struct grave *clear(struct mdrv_state *st, unsigned long addr, u64 size)
{
	unsigned long end = addr + size;
	struct grave *g, *spare = NULL;

	while ((g = grave_in(st, addr, size))) {
		unsigned long start = g->addr, stop = g->addr + g->size;

		rb_erase(&g->node, &st->graves);
		st->ngraves--;
		kfree(spare);
		spare = g;
		if (start < addr)
			dig(st, NULL, start, addr - start, 0);
		if (stop > end)
			dig(st, NULL, end, stop - end, 0);
	}
	return spare;
}

/* [addr, addr + size) is in use again, as long as the registry knows it. */
void mdrv_unbury(struct mdrv_state *st, unsigned long addr, u64 size)
{
	kfree(clear(st, addr, max_t(u64, size, 1)));
}

/* What running code has shown at @addr is in use, and all of what was freed there. */
void mdrv_wake(struct mdrv_state *st, unsigned long addr)
{
	struct grave *g = grave_in(st, addr, 1);

	if (g && !g->lives)
		g->lives = UNMEASURED;
}

/* [addr, addr + size) is freed. Any context but NMI. */
void mdrv_bury(struct mdrv_state *st, unsigned long addr, u64 size)
{
	size = max_t(u64, size, 1);
	dig(st, clear(st, addr, size), addr, size, 0);
}

void mdrv_alive(struct mdrv_driver *drv, const void *addr, u64 size)
{
	struct mdrv_state *st = READ_ONCE(drv->state);
	unsigned long flags, at = (unsigned long)addr;
	struct grave *g;

	if (!st || ZERO_OR_NULL_PTR(addr))
		return;
	spin_lock_irqsave(&st->lock, flags);
	if (!size) {
		mdrv_wake(st, at);
	} else {
		if (st->session)
			mdrv_objects_overwrite(st->session, at, size);
		g = clear(st, at, size);
		if (g)
			dig(st, g, at, size, size);
	}
	spin_unlock_irqrestore(&st->lock, flags);
}
EXPORT_SYMBOL_GPL(mdrv_alive);

void mdrv_graves_free(struct mdrv_state *st)
{
	struct grave *g, *next;

	rbtree_postorder_for_each_entry_safe(g, next, &st->graves, node)
		kfree(g);
	st->graves = RB_ROOT;
}
