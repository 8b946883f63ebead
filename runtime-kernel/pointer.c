// SPDX-License-Identifier: GPL-2.0-only
/*
 * Pointers on the wire. Outwards, an address becomes a capability: of a tracked
 * object if it lies in one, else of memory the registry knows, else of a new
 * object of the declared type, else of a handle. Inwards, every part of a
 * capability is checked; the result is an address that the kernel itself once
 * gave out, of the right type, inside its object.
 */
#include <linux/err.h>
#include <linux/slab.h>
#include "internal.h"

#define SMALL_INTEGER	4096

/* Is a pointer to @have one to @want? Records extend their base at its start. */
static bool is_a(const struct mdrv_plan *plan, u32 have, u32 want)
{
	while (have && have < plan->nrecords) {
		if (have == want)
			return true;
		have = plan->records[have]->base;
	}
	return have == want;
}

/*
 * The place in @o that @addr may be as a pointer to @record; MDRV_REC_VOID takes
 * the outermost that starts there. False if there is none.
 */
bool mdrv_pointer_place(struct mdrv_session *s, const struct mdrv_obj *o, unsigned long addr,
			u32 record, struct mdrv_ptr *p)
{
	u64 offset = addr - o->addr;
	const struct mdrv_record *rec;
	u32 i;

	p->tag = MDRV_T_OBJ;
	p->place = 0;
	p->value = 0;
	p->obj = o->index;
	p->gen = o->gen;
	if (o->kind != MDRV_O_RECORD) {
		p->value = offset;
		return true;
	}
	rec = s->plan->records[o->record];
	for (i = 0; i <= rec->nplaces; i++) {
		struct mdrv_place pl = mdrv_place(rec, i);
		u32 stride = pl.stride ?: 1;

		if (offset < pl.offset || (offset - pl.offset) % stride ||
		    (offset - pl.offset) / stride >= max_t(u32, pl.count, 1))
			continue;
		if (record && !is_a(s->plan, i ? pl.record : o->record, record))
			continue;
		p->place = i;
		p->value = (offset - pl.offset) / stride;
		return true;
	}
	return false;
}

/* May a dormant object that the registry does not vouch for be looked at again? */
static bool is_same_again(const struct mdrv_obj *o, unsigned long addr,
			  const struct mdrv_reach *how)
{
	return how->follow && o->addr == addr && o->record == how->record &&
	       o->kind == MDRV_O_RECORD;
}

enum verdict { FOUND, CREATE, HANDLE };

/* Was the memory at @addr freed, or may it have been? Running code uses no such pointers. */
static bool is_past(struct mdrv_state *st, unsigned long addr, const struct mdrv_reach *how)
{
	return !how->trusted && !mdrv_registry_find(st, addr) &&
	       (st->graves_lost || mdrv_is_buried(st, addr));
}

/* The record around @addr, which is known to be a member of it. */
static bool enclosing(struct mdrv_session *s, unsigned long addr, u32 record,
		      struct mdrv_entry *model)
{
	u32 i, j;

	for (i = 0; i < s->plan->nwithin; i++) {
		const struct mdrv_within *within = &s->plan->within[i];

		for (j = 0; j < within->count; j++) {
			const struct mdrv_enclosure *e = &within->list[j];

			if (e->record != record || mdrv_is_buried(s->state, addr - e->offset) ||
			    (e->test && !e->test((const void *)addr)))
				continue;
			model->addr = addr - e->offset;
			model->kind = MDRV_O_RECORD;
			model->record = within->record;
			model->size = s->plan->records[within->record]->size;
			return true;
		}
	}
	return false;
}

/* What the type says that is declared of a pointer to @addr. */
static enum verdict declared(struct mdrv_session *s, unsigned long addr,
			     const struct mdrv_reach *how, struct mdrv_entry *model)
{
	const struct mdrv_record *rec;

	if (how->record == MDRV_REC_BYTES && how->length && how->length <= MDRV_BUF_MAX) {
		model->kind = MDRV_O_BUFFER;
		model->record = MDRV_REC_BYTES;
		model->size = how->length;
		return CREATE;
	}
	if (!how->record || how->record >= s->plan->nrecords)
		return HANDLE;
	if (enclosing(s, addr, how->record, model))
		return CREATE;
	rec = s->plan->records[how->record];
	if (!rec->size || (!rec->nfields && !rec->nplaces))
		return HANDLE;
	model->kind = MDRV_O_RECORD;
	model->record = how->record;
	model->size = rec->size;
	return CREATE;
}

/* What memory @addr is, as far as the registry or the declared type tell. */
static enum verdict describe(struct mdrv_session *s, unsigned long addr,
			     const struct mdrv_reach *how, struct mdrv_entry *model)
{
	struct mdrv_state *st = s->state;
	struct mdrv_entry *e = mdrv_registry_find(st, addr);

	if (e) {
		list_del_init(&e->loose);
		*model = *e;
		if (e->kind == MDRV_O_REGION && !e->map)
			return HANDLE;
		return CREATE;
	}
	memset(model, 0, sizeof(*model));
	model->addr = addr;
	/* A field may still hold the address of what has been freed; an argument not. */
	if (how->trusted)
		mdrv_wake(st, addr);
	else if (is_past(st, addr, how))
		return HANDLE;
	if (!how->follow)
		return HANDLE;
	if (declared(s, addr, how, model) == HANDLE)
		return HANDLE;
	if (!how->trusted && !mdrv_life_holds(st, addr, model->addr, model->size))
		return HANDLE;
	return CREATE;
}

/* Make way for a new object; false if what is in the way is in use. */
static bool make_way(struct mdrv_session *s, const struct mdrv_entry *model)
{
	struct mdrv_obj *o;

	while ((o = mdrv_range_find(s, model->addr, max_t(u64, model->size, 1)))) {
		bool inside = o->addr >= model->addr &&
			      o->addr + o->size <= model->addr + model->size;

		if (o->global != U32_MAX || (o->mask && !inside) ||
		    (o->mask && mdrv_registry_find(s->state, o->addr)))
			return false;
		spin_unlock_irq(&s->state->lock);
		mdrv_object_drop(s, o);
		spin_lock_irq(&s->state->lock);
	}
	return true;
}

/* A chain has come upon memory that may have been left behind: it was not. */
static void adopt(struct mdrv_state *st, unsigned long addr)
{
	struct mdrv_entry *e = list_empty(&st->loose) ? NULL : mdrv_registry_find(st, addr);

	if (e)
		list_del_init(&e->loose);
}

/* Look in the table. Token and state->lock held. */
static enum verdict look_up(struct mdrv_session *s, unsigned long addr,
			    const struct mdrv_reach *how, struct mdrv_ptr *p,
			    struct mdrv_entry *model)
{
	struct mdrv_obj *o = mdrv_range_find(s, addr, 1);
	enum verdict v;

	if (o && (o->mask || is_same_again(o, addr, how) ||
		  mdrv_registry_find(s->state, addr))) {
		u32 record = o->kind == MDRV_O_RECORD ? how->record : MDRV_REC_VOID;

		if (!mdrv_pointer_place(s, o, addr, record == MDRV_REC_BYTES ? 0 : record, p))
			return HANDLE;
		mdrv_object_reach(s, o, how->mask);
		adopt(s->state, addr);
		return FOUND;
	}
	v = describe(s, addr, how, model);
	if (v == CREATE && !make_way(s, model))
		v = HANDLE;
	return v;
}

/* A handle that will do for a pointer to @record, so that equal pointers stay equal. */
static struct mdrv_obj *known_handle(struct mdrv_session *s, unsigned long addr, u32 record)
{
	struct mdrv_obj *o = mdrv_handle_find(s, addr, record);

	if (o || record == MDRV_FN_RECORD)
		return o;
	if (record == MDRV_REC_VOID) {
		o = mdrv_handle_find(s, addr, MDRV_ANY_RECORD);
		return o && !o->is_fn ? o : NULL;
	}
	o = mdrv_handle_find(s, addr, MDRV_REC_VOID);
	if (o)
		mdrv_handle_retype(s, o, record);
	return o;
}

/*
 * A handle says which memory, not what is in it. One for what has been freed may be
 * looked at and compared, but the kernel does not take it back.
 */
static int make_handle(struct mdrv_session *s, unsigned long addr, u32 record, bool inert,
		       u64 mask, struct mdrv_ptr *p)
{
	struct mdrv_entry model = { .addr = addr, .kind = MDRV_O_OPAQUE, .record = record };
	struct mdrv_obj *o;

	if (record != MDRV_FN_RECORD && record >= s->plan->nrecords)
		model.record = MDRV_REC_VOID;
	spin_lock_irq(&s->state->lock);
	o = known_handle(s, addr, model.record);
	spin_unlock_irq(&s->state->lock);
	if (o && o->inert && !inert) {
		mdrv_object_drop(s, o);		/* something new lives there */
		o = NULL;
	}
	if (o) {
		o->inert |= inert;
		mdrv_object_reach(s, o, mask);
	} else {
		o = mdrv_object_new(s, &model, mask);
		if (IS_ERR(o))
			return PTR_ERR(o);
		o->is_fn = record == MDRV_FN_RECORD;
		o->inert = inert;
		spin_lock_irq(&s->state->lock);
		mdrv_object_insert(s, o);
		spin_unlock_irq(&s->state->lock);
	}
	*p = (struct mdrv_ptr){ .tag = MDRV_T_OBJ, .obj = o->index, .gen = o->gen };
	return 0;
}

/**
 * mdrv_pointer_out() - the capability for a kernel pointer
 * @s:		the session; token held
 * @ptr:	anything
 * @how:	how it was come by
 * @p:		out
 * Return: 0, -ENOMEM, -ENOSPC (table full).
 */
int mdrv_pointer_out(struct mdrv_session *s, const void *ptr, const struct mdrv_reach *how,
		     struct mdrv_ptr *p)
{
	unsigned long addr = (unsigned long)ptr;
	struct mdrv_entry model;
	struct mdrv_obj *o;
	enum verdict v;
	bool past;

	*p = (struct mdrv_ptr){ .tag = MDRV_T_NULL };
	if (!ptr)
		return 0;
	if (IS_ERR(ptr) || addr < SMALL_INTEGER) {
		p->tag = IS_ERR(ptr) ? MDRV_T_ERR : MDRV_T_RAW;
		p->value = addr;
		return 0;
	}
	spin_lock_irq(&s->state->lock);
	v = look_up(s, addr, how, p, &model);
	past = v == HANDLE && is_past(s->state, addr, how);
	spin_unlock_irq(&s->state->lock);
	if (v == FOUND)
		return 0;
	if (v == HANDLE)
		return make_handle(s, addr, how->record, past, how->mask, p);
	o = mdrv_object_new(s, &model, how->mask);
	if (IS_ERR(o))
		return PTR_ERR(o);
	spin_lock_irq(&s->state->lock);
	/* Freed while we allocated? Then it must not be looked at. */
	past = mdrv_is_buried(s->state, o->addr) || is_past(s->state, o->addr, how);
	if (past) {
		o->gone = true;
		WRITE_ONCE(s->dropping, true);
	} else {
		mdrv_object_insert(s, o);
	}
	if (o->kind == MDRV_O_BUFFER && !mdrv_registry_find(s->state, o->addr)) {
		o->holder = how->holder;
		o->access = MDRV_R;	/* the field may be written, not what is behind it */
	}
	spin_unlock_irq(&s->state->lock);
	if (o->gone || !mdrv_pointer_place(s, o, addr, how->record == MDRV_REC_BYTES ?
					   0 : how->record, p))
		return make_handle(s, addr, how->record, past, how->mask, p);
	return 0;
}

int mdrv_function_out(struct mdrv_session *s, const void *fn, u64 mask, struct mdrv_ptr *p)
{
	u32 i;

	*p = (struct mdrv_ptr){ .tag = MDRV_T_NULL };
	if (!fn)
		return 0;
	for (i = 0; i < s->plan->nfns; i++) {
		if (s->plan->fns[i].addr == fn) {
			p->tag = MDRV_T_FN;
			p->obj = i;
			return 0;
		}
	}
	return make_handle(s, (unsigned long)fn, MDRV_FN_RECORD, false, mask, p);
}

static int record_in(struct mdrv_session *s, struct mdrv_obj *o, const struct mdrv_ptr *p,
		     u32 record, unsigned long *addr)
{
	const struct mdrv_record *rec = s->plan->records[o->record];
	struct mdrv_place pl;

	if (p->place > rec->nplaces)
		return -EINVAL;
	pl = mdrv_place(rec, p->place);
	if (p->value >= max_t(u32, pl.count, 1))
		return -EINVAL;
	if (record && !is_a(s->plan, p->place ? pl.record : o->record, record))
		return -EINVAL;
	*addr = o->addr + pl.offset + p->value * pl.stride;
	return 0;
}

static int object_in(struct mdrv_session *s, const struct mdrv_ptr *p, u32 record,
		     unsigned long *addr)
{
	struct mdrv_obj *o = mdrv_object_get(s, p->obj, p->gen);

	if (!o || o->gone || o->is_fn || o->inert)
		return -EINVAL;
	if (o->kind == MDRV_O_RECORD)
		return record_in(s, o, p, record, addr);
	if (p->place)
		return -EINVAL;
	if (o->kind == MDRV_O_OPAQUE) {
		if (p->value || (record && !is_a(s->plan, o->record, record)))
			return -EINVAL;
	} else if (p->value >= o->size || (record && record != MDRV_REC_BYTES)) {
		return -EINVAL;
	}
	*addr = o->addr + p->value;
	return 0;
}

/* See mdrv_get_ptr(). Return: 0 or -EINVAL. */
int mdrv_pointer_in(struct mdrv_session *s, const struct mdrv_ptr *p, u32 record, u32 flags,
		    void **ptr)
{
	unsigned long addr;

	*ptr = NULL;
	switch (p->tag) {
	case MDRV_T_NULL:
		return flags & MDRV_NULLABLE ? 0 : -EINVAL;
	case MDRV_T_ERR:
		if (!(flags & MDRV_ERRABLE) || !IS_ERR_VALUE((unsigned long)p->value))
			return -EINVAL;
		*ptr = (void *)(unsigned long)p->value;
		return 0;
	case MDRV_T_RAW:
		if (record || !p->value || p->value >= SMALL_INTEGER)
			return -EINVAL;
		*ptr = (void *)(unsigned long)p->value;
		return 0;
	case MDRV_T_OBJ:
		if (object_in(s, p, record, &addr))
			return -EINVAL;
		*ptr = (void *)addr;
		return 0;
	default:
		return -EINVAL;
	}
}

/* A function of the plan and in @fits, one that the kernel itself showed, or NULL. */
int mdrv_function_in(struct mdrv_session *s, const struct mdrv_ptr *p, u64 fits, void **fn)
{
	struct mdrv_obj *o;

	*fn = NULL;
	if (p->tag == MDRV_T_NULL)
		return 0;
	if (p->tag == MDRV_T_FN && p->obj < s->plan->nfns) {
		if ((fits & MDRV_FNS_TYPED) && p->obj < 63 && !(fits & BIT_ULL(p->obj)))
			return -EINVAL;
		*fn = s->plan->fns[p->obj].addr;
		return 0;
	}
	o = p->tag == MDRV_T_OBJ ? mdrv_object_get(s, p->obj, p->gen) : NULL;
	if (!o || !o->is_fn || o->gone)
		return -EINVAL;
	*fn = (void *)o->addr;
	return 0;
}

/**
 * mdrv_text_in() - a string inside a buffer, or in a place of bytes
 * @s:		the session; token held
 * @p:		the capability
 * @copy:	out, may be NULL: the string
 * @size:	of @copy
 * @text:	out: where it is
 * Return: 0, or -EINVAL: there is no NUL within bounds, or nothing to point at.
 */
int mdrv_text_in(struct mdrv_session *s, const struct mdrv_ptr *p, char *copy, u64 size,
		 const char **text)
{
	struct mdrv_obj *o = p->tag == MDRV_T_OBJ ? mdrv_object_get(s, p->obj, p->gen) : NULL;
	unsigned long addr;
	u64 room, len;
	int err;

	*text = NULL;
	if (!o || o->kind == MDRV_O_OPAQUE || o->kind == MDRV_O_REGION)
		return -EINVAL;
	err = object_in(s, p, MDRV_REC_BYTES, &addr);
	if (err)
		return err;
	if (o->kind == MDRV_O_RECORD) {
		struct mdrv_place pl = mdrv_place(s->plan->records[o->record], p->place);

		room = (max_t(u32, pl.count, 1) - p->value) * max(pl.stride, 1U);
	} else {
		room = o->size - p->value;
	}
	if (copy)
		room = min(room, size);
	err = -EINVAL;
	spin_lock_irq(&s->state->lock);
	if (!o->gone && !s->dead) {
		len = strnlen((char *)addr, room);
		if (len < room)
			err = 0;
		if (!err && copy) {
			memcpy(copy, (char *)addr, len);
			copy[len] = 0;
		}
	}
	spin_unlock_irq(&s->state->lock);
	if (!err)
		*text = (const char *)addr;
	return err;
}
