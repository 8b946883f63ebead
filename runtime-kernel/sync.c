// SPDX-License-Identifier: GPL-2.0-only
/*
 * Synchronisation towards the user half. The live objects, and what their pointers
 * lead to, are compared with their shadows (what the user half has); differences
 * become items. An object's memory is read only under state->lock, where its
 * being freed shows; everything else works on a copy.
 */
#include <linux/slab.h>
#include "internal.h"

static u8 *out_room(struct mdrv_out *out, u32 len)
{
	u32 padded = ALIGN(len, 8);
	u8 *at;

	if (len > MDRV_LIST_MAX || padded > MDRV_LIST_MAX - out->len)
		return NULL;
	at = out->base + out->len;
	memset(at + (len & ~7U), 0, padded - (len & ~7U));
	out->len += padded;
	return at;
}

/* One item's header; returns where its @len bytes of payload go, or NULL. */
static u8 *put_item(struct mdrv_session *s, u16 op, const struct mdrv_obj *o, u16 field,
		    u32 elem, u32 len)
{
	struct mdrv_item item = {
		.op = op, .obj = o->index, .gen = o->gen, .field = field, .elem = elem, .len = len,
	};
	u8 *at = out_room(&s->sync, sizeof(item) + len);

	if (!at)
		return NULL;
	memcpy(at, &item, sizeof(item));
	return at + sizeof(item);
}

static int put_new(struct mdrv_session *s, const struct mdrv_obj *o)
{
	struct mdrv_new new = {
		.kind = o->kind, .record = o->record, .access = o->access, .size = o->size,
		.map = o->map, .pgoff = o->pgoff,
	};
	u8 *at = put_item(s, MDRV_OP_NEW, o, 0, 0, sizeof(new));

	if (!at)
		return -EMSGSIZE;
	if (o->kind == MDRV_O_RECORD)
		new.size = 0;		/* each half knows its own */
	if (o->is_fn)
		new.record = MDRV_REC_VOID;
	if (o->global != U32_MAX) {
		new.record = MDRV_REC_GLOBAL;
		new.global = o->global;
	}
	memcpy(at, &new, sizeof(new));
	return 0;
}

static int put_int(struct mdrv_session *s, struct mdrv_obj *o, u32 field, u32 elem, u64 value)
{
	u8 *at = put_item(s, MDRV_OP_SET, o, field, elem, sizeof(value));

	if (!at)
		return -EMSGSIZE;
	memcpy(at, &value, sizeof(value));
	return 0;
}

static u64 load_int(const u8 *at, u32 size)
{
	switch (size) {
	case 1:
		return (s64)*(const s8 *)at;
	case 2:
		return (s64)*(const s16 *)at;
	case 4:
		return (s64)*(const s32 *)at;
	default:
		return *(const u64 *)at;
	}
}

static int put_bytes(struct mdrv_session *s, struct mdrv_obj *o, u32 field, u32 elem,
		     const u8 *data, u32 size)
{
	u8 *at = put_item(s, MDRV_OP_SET, o, field, elem, size);

	if (!at)
		return -EMSGSIZE;
	memcpy(at, data, size);
	return 0;
}

static int put_text(struct mdrv_session *s, struct mdrv_obj *o, u32 field, u32 elem,
		    const char *text)
{
	struct mdrv_ptr p = { .tag = MDRV_T_NULL };
	u8 *at;

	if (text) {
		p.tag = MDRV_T_STR;
		p.value = strnlen(text, MDRV_STR_MAX - 1) + 1;
	}
	at = put_item(s, MDRV_OP_SET, o, field, elem, sizeof(p) + p.value);
	if (!at)
		return -EMSGSIZE;
	memcpy(at, &p, sizeof(p));
	if (text)
		strscpy(at + sizeof(p), text, p.value);
	return 0;
}

/* The chains in flight that have reached @o: they reach what it points at, too. */
static u64 reached_by(struct mdrv_session *s, const struct mdrv_obj *o)
{
	return o->mask & READ_ONCE(s->slots);
}

/* One element of a PTR or FN field: compared as address and as capability. */
static int sync_pointer(struct mdrv_session *s, struct mdrv_obj *o, const struct mdrv_view *f,
			u32 field, u32 elem, const void *ptr, const void *old, u64 *cap)
{
	struct mdrv_reach how = {
		.record = f->target, .length = f->length, .follow = f->follow,
		.mask = reached_by(s, o), .holder = o->index,
		/* Just stored by running code, not left behind. */
		.trusted = !o->fresh && ptr != old,
	};
	struct mdrv_ptr p;
	u64 packed;
	int err;

	if (f->kind == MDRV_FN)
		err = mdrv_function_out(s, ptr, how.mask, &p);
	else
		err = mdrv_pointer_out(s, ptr, &how, &p);
	if (err)
		return err;
	memcpy(&packed, &p, sizeof(packed));
	if (!o->fresh && ptr == old && packed == *cap)
		return 0;
	*cap = packed;
	return put_bytes(s, o, field, elem, (const u8 *)&p, sizeof(p));
}

/* One field of the copy in s->scratch; @caps are those of this field. */
static int sync_field(struct mdrv_session *s, struct mdrv_obj *o, const struct mdrv_view *f,
		      u32 field, u64 *caps, bool again)
{
	u32 elem, offset = f->offset;
	int err = 0;

	if (f->kind == MDRV_BITS) {
		u64 value = f->bits(s->scratch + f->part, NULL);

		if (!o->fresh && value == f->bits(o->shadow + f->part, NULL))
			return 0;
		f->bits(o->shadow + f->part, &value);
		return put_int(s, o, field, 0, value);
	}
	for (elem = 0; elem < f->count && !err; elem++, offset += f->stride) {
		u8 *now = s->scratch + offset, *was = o->shadow + offset;
		bool same = !o->fresh && !memcmp(now, was, f->size);

		if (same && !(again && caps))
			continue;
		if (f->kind == MDRV_INT)
			err = put_int(s, o, field, elem, load_int(now, f->size));
		else if (f->kind == MDRV_BYTES)
			err = put_bytes(s, o, field, elem, now, f->size);
		else if (f->kind == MDRV_STR)
			err = put_text(s, o, field, elem, *(const char **)now);
		else
			err = sync_pointer(s, o, f, field, elem, *(void **)now, *(void **)was,
					   caps + elem);
		memcpy(was, now, f->size);
	}
	return err;
}

/*
 * Copy what the fields of @o span, unless nothing in it can have changed. Pointers
 * may mean something else without having changed (@again).
 */
static bool take_copy(struct mdrv_session *s, struct mdrv_obj *o, bool again)
{
	const struct mdrv_shape *shape = &s->shapes[o->record];
	u32 size = shape->high - shape->low;
	const u8 *from = (const u8 *)o->addr + shape->low;
	bool changed = false;

	spin_lock_irq(&s->state->lock);
	if (!o->gone && !s->dead && (again || memcmp(from, o->shadow + shape->low, size))) {
		memcpy(s->scratch + shape->low, from, size);
		changed = true;
	}
	spin_unlock_irq(&s->state->lock);
	return changed;
}

static int sync_record(struct mdrv_session *s, struct mdrv_obj *o)
{
	const struct mdrv_record *rec = s->plan->records[o->record];
	const struct mdrv_shape *shape = &s->shapes[o->record];
	u64 mask = reached_by(s, o);
	bool again = o->done != mask || o->version != s->version;
	u64 *caps = o->caps;
	u32 i;
	int err;

	if (shape->high <= shape->low)
		return 0;
	if (!take_copy(s, o, o->fresh || (again && shape->caps)))
		return 0;
	/* What this brings about may make it change once more: note the version first. */
	o->version = s->version;
	o->done = mask;
	for (i = 0; i < rec->nfields; i++) {
		struct mdrv_view f = mdrv_view(s->plan, rec, i);
		bool pointer = f.kind == MDRV_PTR || f.kind == MDRV_FN;

		err = sync_field(s, o, &f, i, pointer ? caps : NULL, again || o->fresh);
		if (err)
			return err;
		if (pointer)
			caps += f.count;
	}
	return 0;
}

/* Up to 64 chunks of a buffer, from @offset; changed ones go to shadow and message. */
static int sync_piece(struct mdrv_session *s, struct mdrv_obj *o, u64 offset, u64 size)
{
	const u8 *from = (const u8 *)o->addr + offset;
	u8 *shadow = o->shadow + offset, *at;
	u64 changed = 0, pos, len, run;
	u32 i;

	spin_lock_irq(&s->state->lock);
	for (i = 0, pos = 0; pos < size && !o->gone && !s->dead; i++, pos += MDRV_CHUNK) {
		len = min_t(u64, MDRV_CHUNK, size - pos);
		if (!o->fresh && !memcmp(shadow + pos, from + pos, len))
			continue;
		memcpy(shadow + pos, from + pos, len);
		changed |= BIT_ULL(i);
	}
	spin_unlock_irq(&s->state->lock);
	for (i = 0; i < 64 && changed >> i; i += run) {
		run = 1;
		if (!(changed & BIT_ULL(i)))
			continue;
		while (i + run < 64 && (changed & BIT_ULL(i + run)))
			run++;
		pos = i * MDRV_CHUNK;
		len = min_t(u64, run * MDRV_CHUNK, size - pos);
		at = put_item(s, MDRV_OP_DATA, o, 0, offset + pos, len);
		if (!at)
			return -EMSGSIZE;
		memcpy(at, shadow + pos, len);
	}
	return 0;
}

static int sync_buffer(struct mdrv_session *s, struct mdrv_obj *o)
{
	u64 offset;
	int err;

	for (offset = 0; offset < o->size; offset += 64 * MDRV_CHUNK) {
		err = sync_piece(s, o, offset, min_t(u64, 64 * MDRV_CHUNK, o->size - offset));
		if (err)
			return err;
	}
	return 0;
}

static int sync_object(struct mdrv_session *s, struct mdrv_obj *o)
{
	int err = 0;

	if (o->fresh)
		err = put_new(s, o);
	if (err)
		return err;
	if (o->kind == MDRV_O_RECORD)
		err = sync_record(s, o);
	else if (o->kind == MDRV_O_BUFFER && (o->access & MDRV_R))
		err = sync_buffer(s, o);
	o->fresh = false;
	return err;
}

/* Say which objects are no more, and give their slots back. */
static int put_drops(struct mdrv_session *s)
{
	struct list_head *lists[] = { &s->live, &s->dormant };
	struct mdrv_obj *o, *next;
	u32 i;

	spin_lock_irq(&s->state->lock);
	s->dropping = false;
	spin_unlock_irq(&s->state->lock);
	for (i = 0; i < ARRAY_SIZE(lists); i++) {
		list_for_each_entry_safe(o, next, lists[i], link) {
			if (!READ_ONCE(o->gone))
				continue;
			if (!o->fresh && !put_item(s, MDRV_OP_DROP, o, 0, 0, 0))
				return -EMSGSIZE;
			mdrv_object_release(s, o);
		}
	}
	return 0;
}

/* Globals are known from the first message on, and live as long as the session. */
static int announce_globals(struct mdrv_session *s)
{
	const struct mdrv_plan *plan = s->plan;
	struct mdrv_obj *o;
	u32 i;

	for (i = 0; i < plan->nglobals && !s->globals[i]; i++) {
		const struct mdrv_global *g = &plan->globals[i];
		struct mdrv_entry model = {
			.addr = (unsigned long)g->addr, .size = g->size, .record = g->record,
			.kind = g->record == MDRV_REC_BYTES ? MDRV_O_BUFFER : MDRV_O_RECORD,
		};

		o = mdrv_object_new(s, &model, MDRV_EVERY_CHAIN);
		if (IS_ERR(o))
			return PTR_ERR(o);
		o->global = i;
		o->access = 0;
		s->globals[i] = o;
		spin_lock_irq(&s->state->lock);
		mdrv_object_insert(s, o);
		spin_unlock_irq(&s->state->lock);
	}
	return 0;
}

/**
 * mdrv_sync_out() - fill s->sync with what the user half does not know yet
 * @s:		the session; token held
 * Return: 0, -EMSGSIZE, -ENOMEM, -ENOSPC. After an error the shadows claim more
 * than the user half has seen: the session must end.
 */
int mdrv_sync_out(struct mdrv_session *s)
{
	struct mdrv_obj *o, *next;
	int err = 0;

	s->sync.len = 0;
	mdrv_objects_trim(s);
	if (READ_ONCE(s->dropping))
		err = put_drops(s);
	if (!err)
		err = announce_globals(s);
	list_for_each_entry_safe(o, next, &s->work, pending)
		list_del_init(&o->pending);	/* it is live anyway */
	/* What is reached on the way is appended, or comes a second time as work. */
	list_for_each_entry(o, &s->live, link) {
		if (err)
			break;
		list_del_init(&o->pending);
		err = sync_object(s, o);
	}
	while (!err && !list_empty(&s->work)) {
		o = list_first_entry(&s->work, struct mdrv_obj, pending);
		list_del_init(&o->pending);
		err = sync_object(s, o);
	}
	return err;
}
