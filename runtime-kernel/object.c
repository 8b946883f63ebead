// SPDX-License-Identifier: GPL-2.0-only
/*
 * The object table of a session: what the user half may name, by index and
 * generation. An object is live while a chain that reached it is in flight; only
 * then is its memory looked at. Afterwards it is dormant: the user half keeps its
 * copy, and when the object is reached again only what changed travels.
 *
 * Table and lists belong to the holder of the token. The two trees by address are
 * under state->lock as well, because memory may be freed in any context: then
 * mdrv_object_forget() takes the object out of its tree and marks it gone, and
 * the next synchronisation tells the user half.
 */
#include <linux/mm.h>
#include <linux/slab.h>
#include "internal.h"

static void add_to_shape(struct mdrv_shape *shape, const struct mdrv_record *rec,
			 const struct mdrv_view *f)
{
	u32 end = f->offset + (f->count ? f->count - 1 : 0) * f->stride + f->size;

	if (f->kind == MDRV_BITS) {
		/* where a bitfield lies only its bits() knows */
		shape->low = 0;
		shape->high = rec->size;
	}
	if (f->kind == MDRV_PTR || f->kind == MDRV_FN)
		shape->caps += f->count;
	shape->low = min(shape->low, f->offset);
	shape->high = max(shape->high, min(end, rec->size));
}

static void make_shapes(struct mdrv_session *s)
{
	u32 r, i;

	s->scratch_size = 0;
	for (r = 1; r < s->plan->nrecords; r++) {
		const struct mdrv_record *rec = s->plan->records[r];
		struct mdrv_shape *shape = &s->shapes[r];

		shape->low = rec->nfields ? rec->size : 0;
		for (i = 0; i < rec->nfields; i++) {
			struct mdrv_view f = mdrv_view(s->plan, rec, i);

			add_to_shape(shape, rec, &f);
		}
		s->scratch_size = max(s->scratch_size, rec->size);
	}
	for (i = 0; i < s->plan->nglobals; i++)
		s->scratch_size = max(s->scratch_size, s->plan->globals[i].size);
}

int mdrv_objects_init(struct mdrv_session *s)
{
	INIT_LIST_HEAD(&s->live);
	INIT_LIST_HEAD(&s->dormant);
	INIT_LIST_HEAD(&s->work);
	s->ranges = RB_ROOT;
	s->handles = RB_ROOT;
	s->table = kvcalloc(MDRV_OBJECTS_MAX + 1, sizeof(*s->table), GFP_KERNEL);
	s->gens = kvcalloc(MDRV_OBJECTS_MAX + 1, sizeof(*s->gens), GFP_KERNEL);
	s->shapes = kvcalloc(s->plan->nrecords + 1, sizeof(*s->shapes), GFP_KERNEL);
	s->globals = kvcalloc(s->plan->nglobals + 1, sizeof(*s->globals), GFP_KERNEL);
	if (!s->table || !s->gens || !s->shapes || !s->globals)
		return -ENOMEM;
	make_shapes(s);
	s->scratch = kvmalloc(s->scratch_size + 8, GFP_KERNEL);
	return s->scratch ? 0 : -ENOMEM;
}

static void object_free(struct mdrv_obj *o)
{
	kvfree(o->shadow);
	kvfree(o->caps);
	kfree(o);
}

void mdrv_objects_free(struct mdrv_session *s)
{
	u32 i;

	for (i = 1; s->table && i <= MDRV_OBJECTS_MAX; i++) {
		if (s->table[i])
			object_free(s->table[i]);
	}
	kvfree(s->table);
	kvfree(s->gens);
	kvfree(s->shapes);
	kvfree(s->globals);
	kvfree(s->scratch);
}

/*
 * The object that a capability names, or NULL: live, and reached by the chain that names it.
 * Another chain's, as of another device, is not its to name. One that is gone counts as live.
 */
struct mdrv_obj *mdrv_object_get(struct mdrv_session *s, u16 index, u16 gen)
{
	struct mdrv_obj *o;

	if (!index || index > MDRV_OBJECTS_MAX)
		return NULL;
	o = s->table[index];
	return o && o->gen == gen && (o->mask & s->speaker) ? o : NULL;
}

static u32 free_index(struct mdrv_session *s)
{
	u32 i, at = s->next_index;

	for (i = 0; i < MDRV_OBJECTS_MAX; i++) {
		at = at % MDRV_OBJECTS_MAX + 1;
		if (!s->table[at]) {
			s->next_index = at;
			return at;
		}
	}
	return 0;
}

static int allocate_shadow(struct mdrv_session *s, struct mdrv_obj *o)
{
	u64 size = 0;
	u32 caps = 0;

	if (o->kind == MDRV_O_RECORD) {
		size = s->plan->records[o->record]->size;
		caps = s->shapes[o->record].caps;
	} else if (o->kind == MDRV_O_BUFFER) {
		size = o->size;
	}
	o->shadow = size ? kvzalloc(size, GFP_KERNEL) : NULL;
	o->caps = caps ? kvcalloc(caps, sizeof(*o->caps), GFP_KERNEL) : NULL;
	return (size && !o->shadow) || (caps && !o->caps) ? -ENOMEM : 0;
}

/**
 * mdrv_object_new() - a new object, in the table but in no tree yet
 * @s:		the session; token held
 * @model:	address, size, kind, record, place in the device file
 * @mask:	chains that reached it
 * Return: the object, or ERR_PTR of -ENOMEM, -ENOSPC.
 */
struct mdrv_obj *mdrv_object_new(struct mdrv_session *s, const struct mdrv_entry *model, u64 mask)
{
	u32 index = free_index(s);
	struct mdrv_obj *o;

	if (!index)
		return ERR_PTR(-ENOSPC);
	o = kzalloc(sizeof(*o), GFP_KERNEL);
	if (!o)
		return ERR_PTR(-ENOMEM);
	o->addr = model->addr;
	o->size = model->size;
	o->kind = model->kind;
	o->record = model->record;
	o->map = model->map;
	o->pgoff = offset_in_page(model->phys);
	o->global = U32_MAX;
	o->fresh = true;
	o->access = o->kind == MDRV_O_BUFFER || o->kind == MDRV_O_REGION ? MDRV_RW : 0;
	if (allocate_shadow(s, o)) {
		object_free(o);
		return ERR_PTR(-ENOMEM);
	}
	if (!++s->gens[index])
		s->gens[index] = 1;
	o->index = index;
	o->gen = s->gens[index];
	s->table[index] = o;
	s->nobjects++;
	s->version++;
	INIT_LIST_HEAD(&o->pending);
	list_add_tail(&o->link, &s->dormant);
	mdrv_object_reach(s, o, mask);
	return o;
}

/* Chains in @mask have come upon it. */
void mdrv_object_reach(struct mdrv_session *s, struct mdrv_obj *o, u64 mask)
{
	if ((o->mask | mask) == o->mask)
		return;
	if (!o->mask)
		list_move_tail(&o->link, &s->live);
	o->mask |= mask;
	if (list_empty(&o->pending))
		list_add_tail(&o->pending, &s->work);
}

/* Handles are sorted by address and record, ranges by address. */
static bool is_before(const struct mdrv_obj *a, const struct mdrv_obj *b)
{
	return a->addr < b->addr || (a->addr == b->addr && a->record < b->record);
}

void mdrv_object_insert(struct mdrv_session *s, struct mdrv_obj *o)
{
	struct rb_root *root = o->kind == MDRV_O_OPAQUE ? &s->handles : &s->ranges;
	struct rb_node **at = &root->rb_node, *parent = NULL;

	lockdep_assert_held(&s->state->lock);
	while (*at) {
		parent = *at;
		at = is_before(o, rb_entry(parent, struct mdrv_obj, node)) ?
			&parent->rb_left : &parent->rb_right;
	}
	rb_link_node(&o->node, parent, at);
	rb_insert_color(&o->node, root);
	o->in_tree = true;
}

static void take_out(struct mdrv_session *s, struct mdrv_obj *o)
{
	lockdep_assert_held(&s->state->lock);
	if (o->in_tree)
		rb_erase(&o->node, o->kind == MDRV_O_OPAQUE ? &s->handles : &s->ranges);
	o->in_tree = false;
	o->gone = true;
	WRITE_ONCE(s->dropping, true);
}

/* Some object other than handles that overlaps [addr, addr + size). */
struct mdrv_obj *mdrv_range_find(struct mdrv_session *s, unsigned long addr, u64 size)
{
	struct rb_node *n = s->ranges.rb_node;

	lockdep_assert_held(&s->state->lock);
	while (n) {
		struct mdrv_obj *o = rb_entry(n, struct mdrv_obj, node);

		if (addr + size <= o->addr)
			n = n->rb_left;
		else if (addr >= o->addr + max_t(u64, o->size, 1))
			n = n->rb_right;
		else
			return o;
	}
	return NULL;
}

/* The handle at @addr of @record, which may be MDRV_ANY_RECORD. */
struct mdrv_obj *mdrv_handle_find(struct mdrv_session *s, unsigned long addr, u32 record)
{
	struct rb_node *n = s->handles.rb_node;

	lockdep_assert_held(&s->state->lock);
	while (n) {
		struct mdrv_obj *o = rb_entry(n, struct mdrv_obj, node);

		if (o->addr == addr && (o->record == record || record == MDRV_ANY_RECORD))
			return o;
		if (addr < o->addr || (addr == o->addr && record < o->record))
			n = n->rb_left;
		else
			n = n->rb_right;
	}
	return NULL;
}

/* A handle handed out untyped has turned out to be of @record. */
void mdrv_handle_retype(struct mdrv_session *s, struct mdrv_obj *o, u32 record)
{
	lockdep_assert_held(&s->state->lock);
	rb_erase(&o->node, &s->handles);
	o->record = record;
	mdrv_object_insert(s, o);
}

/* Token held. The object is told of as dropped in the next message. */
void mdrv_object_drop(struct mdrv_session *s, struct mdrv_obj *o)
{
	spin_lock_irq(&s->state->lock);
	take_out(s, o);
	spin_unlock_irq(&s->state->lock);
}

/* Give back the table's slot, once the user half has been told. */
void mdrv_object_release(struct mdrv_session *s, struct mdrv_obj *o)
{
	list_del(&o->link);
	list_del(&o->pending);
	s->table[o->index] = NULL;
	s->nobjects--;
	s->version++;
	object_free(o);
}

/* Buffers that were found behind a pointer of the record @holder go with it. */
static void take_out_held(struct mdrv_session *s, u16 holder)
{
	struct rb_node *n, *next;

	for (n = rb_first(&s->ranges); n; n = next) {
		struct mdrv_obj *o = rb_entry(n, struct mdrv_obj, node);

		next = rb_next(n);
		if (o->holder == holder)
			take_out(s, o);
	}
}

/* [addr, addr + size) has just been allocated: what was known there is of the past. */
void mdrv_objects_overwrite(struct mdrv_session *s, unsigned long addr, u64 size)
{
	struct mdrv_obj *o;

	while ((o = mdrv_range_find(s, addr, max_t(u64, size, 1))) && o->global == U32_MAX)
		take_out(s, o);
	mdrv_object_forget(s, addr, NULL);
}

/**
 * mdrv_object_forget() - the memory at @addr is about to be freed
 * @s:		the session
 * @addr:	start of the allocation
 * @size:	out, may be NULL: raised to the bytes of what is known there
 *
 * Context: any, state->lock held. Return: whether an object started there.
 */
bool mdrv_object_forget(struct mdrv_session *s, unsigned long addr, u64 *size)
{
	struct mdrv_obj *o = mdrv_range_find(s, addr, 1);
	bool any = false;

	if (o && o->addr == addr) {
		if (size)
			*size = max(*size, o->size);
		take_out(s, o);
		take_out_held(s, o->index);
		any = true;
	}
	while ((o = mdrv_handle_find(s, addr, MDRV_ANY_RECORD))) {
		take_out(s, o);
		any = true;
	}
	return any;
}

/* A chain has ended: what only it had reached falls dormant. */
void mdrv_objects_leave(struct mdrv_session *s, u32 slot)
{
	struct mdrv_obj *o, *next;

	list_for_each_entry_safe(o, next, &s->live, link) {
		o->done &= ~BIT_ULL(slot);
		if (o->global != U32_MAX)
			continue;
		o->mask &= ~BIT_ULL(slot);
		if (o->mask)
			continue;
		list_move_tail(&o->link, &s->dormant);
		if (o->transient && !o->gone)
			mdrv_object_drop(s, o);
	}
}

/* Keep a quarter of the table free for what a call may come upon. */
void mdrv_objects_trim(struct mdrv_session *s)
{
	struct mdrv_obj *o;
	u32 excess = s->nobjects > MDRV_OBJECTS_MAX / 4 * 3 ?
		s->nobjects - MDRV_OBJECTS_MAX / 4 * 3 : 0;

	list_for_each_entry(o, &s->dormant, link) {
		if (!excess)
			break;
		if (o->gone)
			continue;
		mdrv_object_drop(s, o);
		excess--;
	}
}
