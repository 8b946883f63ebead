// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * SYNC in both directions. Coming in, objects appear first and get their values
 * second, so that values may point at any of them. Going out, what this half may
 * write is compared with the shadow, and what differs is sent.
 */
#include <errno.h>
#include <string.h>
#include <syslog.h>
#include "internal.h"

struct reader {
	const u8 *at;
	const u8 *end;
};

/* The next @len bytes and their padding, or NULL. */
static const void *take(struct reader *r, u32 len)
{
	const u8 *at = r->at;
	u64 padded = MDRV_PAD((u64)len);

	if (padded > (u64)(r->end - at))
		return NULL;
	r->at += padded;
	return at;
}

static int pointer_value(const struct mdrv_view *f, struct reader *r, void **value)
{
	const void *from = take(r, sizeof(struct mdrv_ptr));
	struct mdrv_ptr ptr;
	const char *text;

	if (!from)
		return -EPROTO;
	memcpy(&ptr, from, sizeof(ptr));
	if (ptr.tag != MDRV_T_STR)
		return mdrv_pointer_in(&ptr, f->target, value) ? 0 : -EPROTO;
	if (!ptr.value || ptr.value > MDRV_STR_MAX)
		return -EPROTO;
	text = take(r, ptr.value);
	if (!text || text[ptr.value - 1])
		return -EPROTO;
	*value = (void *)mdrv_intern(text, ptr.value - 1);
	return 0;
}

static int set_field(struct mdrv_obj *o, const struct mdrv_item *item, struct reader *r)
{
	const struct mdrv_record *rec = mdrv_record_of(o->record);
	struct mdrv_view view, *f = &view;
	const void *from;
	void *value;
	u64 at, bits;
	int rc;

	if (item->field >= rec->nfields)
		return -EPROTO;
	view = mdrv_view(mdrv_self.plan, rec, item->field);
	if (item->elem >= f->count)
		return -EPROTO;
	at = f->offset + (u64)item->elem * f->stride;
	switch (f->kind) {
	case MDRV_INT:
		from = take(r, sizeof(u64));
		break;
	case MDRV_BITS:
		from = take(r, sizeof(bits));
		if (!from)
			return -EPROTO;
		memcpy(&bits, from, sizeof(bits));
		f->bits(o->addr + f->part, &bits);
		f->bits(o->shadow + f->part, &bits);
		return 0;
	case MDRV_BYTES:
		from = take(r, f->size);
		break;
	default:
		rc = pointer_value(f, r, &value);
		if (rc)
			return rc;
		from = &value;
	}
	if (!from)
		return -EPROTO;
	memcpy(o->addr + at, from, f->size);
	memcpy(o->shadow + at, from, f->size);
	return 0;
}

static int set_data(struct mdrv_obj *o, const struct mdrv_item *item, struct reader *r)
{
	const void *from = take(r, item->len);

	if (!from || item->elem > o->size || item->len > o->size - item->elem)
		return -EPROTO;
	memcpy(o->addr + item->elem, from, item->len);
	if (o->shadow)
		memcpy(o->shadow + item->elem, from, item->len);
	return 0;
}

static int apply_existence(const struct mdrv_item *item, struct reader *r)
{
	struct mdrv_new what;

	switch (item->op) {
	case MDRV_OP_NEW:
		if (item->len != sizeof(what))
			return -EPROTO;
		memcpy(&what, r->at, sizeof(what));
		return mdrv_twin_new(item->obj, item->gen, &what);
	case MDRV_OP_DROP:
		return mdrv_twin_drop(item->obj, item->gen);
	}
	return 0;
}

static int apply_value(const struct mdrv_item *item, struct reader *r)
{
	struct mdrv_obj *o;

	if (item->op != MDRV_OP_SET && item->op != MDRV_OP_DATA)
		return item->op < __MDRV_OP_MAX ? 0 : -EPROTO;
	o = mdrv_twin_get(item->obj, item->gen);
	if (!o)
		return -EPROTO;
	if (item->op == MDRV_OP_SET && o->kind == MDRV_O_RECORD)
		return set_field(o, item, r);
	if (item->op == MDRV_OP_DATA && o->kind == MDRV_O_BUFFER)
		return set_data(o, item, r);
	return -EPROTO;
}

static int pass(struct reader list, int (*apply)(const struct mdrv_item *, struct reader *))
{
	while (list.at < list.end) {
		const struct mdrv_item *item = take(&list, sizeof(*item));
		struct reader payload;
		int rc;

		payload.at = item ? take(&list, item->len) : NULL;
		if (!payload.at) {
			mdrv_log(LOG_ERR, "SYNC from the kernel is cut off");
			return -EPROTO;
		}
		payload.end = list.at;
		rc = apply(item, &payload);
		if (rc) {
			mdrv_log(LOG_ERR, "SYNC item (op %u, object %u.%u, field %u, "
				 "element %u): %s", item->op, item->obj, item->gen,
				 item->field, item->elem, strerror(-rc));
			return rc;
		}
	}
	return 0;
}

int mdrv_sync_in(const u8 *at, u32 len)
{
	struct reader list = { at, at + len };
	int rc;

	if (!len)
		return 0;
	rc = pass(list, apply_existence);
	return rc ? rc : pass(list, apply_value);
}

/* Room for an item; its header is filled. */
static void *item_out(u16 op, const struct mdrv_obj *o, u16 field, u32 elem, u32 len)
{
	struct mdrv_item *item = (struct mdrv_item *)(mdrv_self.sync + mdrv_self.sync_len);
	u64 end = (u64)mdrv_self.sync_len + sizeof(*item) + MDRV_PAD((u64)len);

	if (end > MDRV_LIST_MAX)
		mdrv_fatal("more than %u bytes changed between two crossings", MDRV_LIST_MAX);
	mdrv_self.sync_len = end;
	*item = (struct mdrv_item){ .op = op, .obj = o - mdrv_self.obj, .gen = o->gen,
				    .field = field, .elem = elem, .len = len };
	if (len & 7)
		memset((u8 *)(item + 1) + (len & ~7u), 0, 8);
	return item + 1;
}

static void pointer_changed(const struct mdrv_obj *o, const struct mdrv_view *f, u16 field,
			    u32 elem, void *value)
{
	struct mdrv_ptr ptr;
	char what[160];
	u32 text = 0;
	bool ok;
	u8 *to;

	if (f->kind == MDRV_FN)
		ok = mdrv_function_out(value, &ptr);
	else if (f->kind == MDRV_STR)
		ok = mdrv_string_out(value, &ptr);
	else
		ok = mdrv_pointer_out(value, f->target, &ptr);
	if (!ok) {
		mdrv_describe(value, what, sizeof(what));
		mdrv_fatal("%s: cannot tell the kernel: it points to %s", f->name, what);
	}
	if (ptr.tag == MDRV_T_STR)
		text = ptr.value;
	to = item_out(MDRV_OP_SET, o, field, elem, sizeof(ptr) + text);
	memcpy(to, &ptr, sizeof(ptr));
	memcpy(to + sizeof(ptr), value, text);
}

static void bits_changed(struct mdrv_obj *o, const struct mdrv_view *f, u16 field)
{
	u64 value = f->bits(o->addr + f->part, NULL);

	if (value == f->bits(o->shadow + f->part, NULL))
		return;
	memcpy(item_out(MDRV_OP_SET, o, field, 0, sizeof(value)), &value, sizeof(value));
	f->bits(o->shadow + f->part, &value);
}

static void element_changed(struct mdrv_obj *o, const struct mdrv_view *f, u16 field, u32 elem)
{
	u64 at = f->offset + (u64)elem * f->stride;
	u64 value = 0;

	memcpy(o->shadow + at, o->addr + at, f->size);
	if (f->kind == MDRV_BYTES) {
		memcpy(item_out(MDRV_OP_SET, o, field, elem, f->size), o->addr + at, f->size);
		return;
	}
	memcpy(&value, o->addr + at, f->size);
	if (f->kind == MDRV_INT)
		memcpy(item_out(MDRV_OP_SET, o, field, elem, sizeof(value)), &value, sizeof(value));
	else
		pointer_changed(o, f, field, elem, (void *)value);
}

/*
 * Register writes publish, and some code does little else: compare what spans all
 * fields first, and look at the fields when that differs.
 */
static void record_changes(struct mdrv_obj *o)
{
	const struct mdrv_record *rec = mdrv_record_of(o->record);
	bool same = !memcmp(o->addr + o->low, o->shadow + o->low, o->high - o->low);

	if (same && !o->bits)
		return;
	for (u32 i = 0; i < rec->nfields; i++) {
		struct mdrv_view view = mdrv_view(mdrv_self.plan, rec, i);
		const struct mdrv_view *f = &view;

		if (!(f->access & MDRV_W))
			continue;
		if (f->kind == MDRV_BITS) {
			bits_changed(o, f, i);
			continue;
		}
		if (same)
			continue;
		for (u32 elem = 0; elem < f->count; elem++) {
			u64 at = f->offset + (u64)elem * f->stride;

			if (memcmp(o->addr + at, o->shadow + at, f->size))
				element_changed(o, f, i, elem);
		}
	}
}

static void buffer_changes(struct mdrv_obj *o)
{
	for (u64 at = 0; at < o->size; at += MDRV_CHUNK) {
		u32 len = o->size - at < MDRV_CHUNK ? o->size - at : MDRV_CHUNK;

		if (!memcmp(o->addr + at, o->shadow + at, len))
			continue;
		memcpy(o->shadow + at, o->addr + at, len);
		memcpy(item_out(MDRV_OP_DATA, o, 0, at, len), o->addr + at, len);
	}
}

/* Encodes all changes into mdrv_self.sync; from here on they count as sent. */
void mdrv_sync_out(void)
{
	mdrv_self.sync_len = 0;
	for (u32 i = 0; i < mdrv_self.nwatched; i++) {
		struct mdrv_obj *o = &mdrv_self.obj[mdrv_self.watched[i]];

		if (o->kind == MDRV_O_RECORD)
			record_changes(o);
		else
			buffer_changes(o);
	}
	mdrv_check_lost();
}
