// SPDX-License-Identifier: GPL-2.0-only
/*
 * Graves: memory of the driver that has been freed and not been used again since, as
 * far as it was seen. A field may hold an address in it for as long as it likes, so
 * each is remembered; when that is not possible any more, pointers that nothing else
 * vouches for are not followed at all. All under state->lock.
 */
#include <linux/slab.h>
#include "internal.h"

struct grave {
	struct rb_node node;		/* disjoint, by address */
	unsigned long addr;
	u64 size;
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
	return grave_in(st, addr, 1);
}

/* [addr, addr + size) is in use again, and all of what was freed there. */
void mdrv_unbury(struct mdrv_state *st, unsigned long addr, u64 size)
{
	struct grave *g;

	while ((g = grave_in(st, addr, max_t(u64, size, 1)))) {
		rb_erase(&g->node, &st->graves);
		st->ngraves--;
		kfree(g);
	}
}

/* [addr, addr + size) is freed. Any context but NMI. */
void mdrv_bury(struct mdrv_state *st, unsigned long addr, u64 size)
{
	struct rb_node **at = &st->graves.rb_node, *parent = NULL;
	struct grave *g;

	mdrv_unbury(st, addr, size);
	g = st->ngraves < MDRV_GRAVES_MAX ? kmalloc(sizeof(*g), GFP_ATOMIC | __GFP_NOWARN) : NULL;
	if (!g) {
		st->graves_lost = true;
		return;
	}
	g->addr = addr;
	g->size = max_t(u64, size, 1);
	while (*at) {
		parent = *at;
		at = addr < rb_entry(parent, struct grave, node)->addr ?
			&parent->rb_left : &parent->rb_right;
	}
	rb_link_node(&g->node, parent, at);
	rb_insert_color(&g->node, &st->graves);
	st->ngraves++;
}

void mdrv_graves_free(struct mdrv_state *st)
{
	struct grave *g, *next;

	rbtree_postorder_for_each_entry_safe(g, next, &st->graves, node)
		kfree(g);
	st->graves = RB_ROOT;
}
