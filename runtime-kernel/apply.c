// SPDX-License-Identifier: GPL-2.0-only
/*
 * Synchronisation from the user half: what it wrote, checked item by item against
 * the plan's rights and written to the kernel's memory and to the shadow. Nothing
 * but a field or buffer with MDRV_W of a live object can be changed here.
 */
#include "internal.h"

/* What is known of the memory behind a pointer. */
struct extent {
	u32 kind;
	u32 record;
	u64 room;
};

/* Write @size bytes of an object's memory and of its shadow, unless it was freed. */
static void store(struct mdrv_session *s, struct mdrv_obj *o, u64 offset, const void *data,
		  u32 size)
{
	u8 *to = (u8 *)o->addr + offset;

	spin_lock_irq(&s->state->lock);
	if (!o->gone && !s->dead) {
		/* whole, where the critical path may look at the same time */
		if (size == 4 && IS_ALIGNED((unsigned long)to, 4))
			WRITE_ONCE(*(u32 *)to, *(const u32 *)data);
		else if (size == 8 && IS_ALIGNED((unsigned long)to, 8))
			WRITE_ONCE(*(u64 *)to, *(const u64 *)data);
		else if (size == 2 && IS_ALIGNED((unsigned long)to, 2))
			WRITE_ONCE(*(u16 *)to, *(const u16 *)data);
		else
			memcpy(to, data, size);
	}
	spin_unlock_irq(&s->state->lock);
	if (o->shadow)
		memcpy(o->shadow + offset, data, size);
}

/*
 * Bytes that are elements of their own: kept code, interrupts too, may have changed the
 * neighbours of those that the user half changed, and the shadow tells which these are.
 */
static void store_bytes(struct mdrv_session *s, struct mdrv_obj *o, u64 offset, const u8 *data,
			u32 size)
{
	u8 *to = (u8 *)o->addr + offset;
	u32 i;

	if (!o->shadow) {
		store(s, o, offset, data, size);
		return;
	}
	spin_lock_irq(&s->state->lock);
	for (i = 0; i < size && !o->gone && !s->dead; i++) {
		if (data[i] != o->shadow[offset + i])
			WRITE_ONCE(to[i], data[i]);
	}
	spin_unlock_irq(&s->state->lock);
	memcpy(o->shadow + offset, data, size);
}

static void store_bits(struct mdrv_session *s, struct mdrv_obj *o, const struct mdrv_view *f,
		       u64 value)
{
	spin_lock_irq(&s->state->lock);
	if (!o->gone && !s->dead)
		f->bits((void *)(o->addr + f->part), &value);
	spin_unlock_irq(&s->state->lock);
	f->bits(o->shadow + f->part, &value);
}

static u64 *cap_of(struct mdrv_session *s, struct mdrv_obj *o, u32 field, u32 elem)
{
	const struct mdrv_record *rec = s->plan->records[o->record];
	u64 *cap = o->caps;
	u32 i;

	for (i = 0; i < field; i++) {
		struct mdrv_view f = mdrv_view(s->plan, rec, i);

		if (f.kind == MDRV_PTR || f.kind == MDRV_FN)
			cap += f.count;
	}
	return cap + elem;
}

static int string_in(struct mdrv_session *s, const struct mdrv_ptr *p, const u8 *text, u32 len,
		     const char **str)
{
	if (p->tag == MDRV_T_NULL) {
		*str = NULL;
		return 0;
	}
	if (p->tag != MDRV_T_STR)
		return mdrv_text_in(s, p, NULL, 0, str);
	if (!p->value || p->value > MDRV_STR_MAX || p->value > len ||
	    strnlen((const char *)text, p->value) != p->value - 1)
		return -EINVAL;
	*str = mdrv_string_intern(s->state, (const char *)text);
	return *str ? 0 : -ENOSPC;
}

/* Bytes from @addr to the end of the object or the registered memory that it lies in. */
static u64 room_at(struct mdrv_session *s, unsigned long addr, struct extent *e)
{
	struct mdrv_entry *entry = mdrv_registry_find(s->state, addr);
	struct mdrv_obj *o = entry ? NULL : mdrv_range_find(s, addr, 1);

	*e = (struct extent){ .kind = MDRV_O_OPAQUE };
	if (entry)
		*e = (struct extent){ entry->kind, entry->record,
					   entry->addr + entry->size - addr };
	else if (o)
		*e = (struct extent){ o->kind, o->record, o->addr + o->size - addr };
	return e->room;
}

/* Is there as much behind @new as kept code may use, going by the plan or by @old? */
static bool is_large_enough(struct mdrv_session *s, const struct mdrv_view *f, void *new,
			    void *old)
{
	struct extent is, was;
	bool fits;

	if (f->target == MDRV_REC_VOID && f->expects)
		return true;		/* an object of that type */
	spin_lock_irq(&s->state->lock);
	fits = room_at(s, (unsigned long)new, &is) >= f->least;
	if (!(f->blank & MDRV_BLANK_SMALLER) && room_at(s, (unsigned long)old, &was))
		fits &= is.room >= was.room && is.kind == was.kind && is.record == was.record;
	spin_unlock_irq(&s->state->lock);
	return fits;
}

/*
 * Kept code uses its fields without asking: what is stored must be what it may
 * expect there. What was there may always stay.
 */
static int check_pointer(struct mdrv_session *s, const struct mdrv_view *f,
			 const struct mdrv_ptr *p, void *new, void *old)
{
	void *typed;

	if (new == old)
		return 0;
	switch (p->tag) {
	case MDRV_T_NULL:
		return f->blank & MDRV_BLANK_NULL ? 0 : -EFAULT;
	case MDRV_T_ERR:
		return f->blank & MDRV_BLANK_ERR ? 0 : -EFAULT;
	case MDRV_T_RAW:
		return f->blank & MDRV_BLANK_RAW ? 0 : -EFAULT;
	default:
		break;
	}
	if (f->kind != MDRV_PTR)
		return 0;
	if (f->target == MDRV_REC_VOID && f->expects &&
	    mdrv_pointer_in(s, p, f->expects, 0, &typed))
		return -EFAULT;
	if ((f->target == MDRV_REC_VOID || f->target == MDRV_REC_BYTES) &&
	    !is_large_enough(s, f, new, old))
		return -EFAULT;
	return 0;
}

/* What a field holds now; NULL if its memory is gone. */
static void *pointer_at(struct mdrv_session *s, const struct mdrv_obj *o, u64 offset)
{
	void *value = NULL;

	spin_lock_irq(&s->state->lock);
	if (!o->gone && !s->dead)
		value = *(void **)(o->addr + offset);
	spin_unlock_irq(&s->state->lock);
	return value;
}

/* A pointer of any kind for element @elem. */
static int set_pointer(struct mdrv_session *s, struct mdrv_obj *o, const struct mdrv_view *f,
		       const struct mdrv_item *item, const u8 *data)
{
	u64 offset = f->offset + (u64)item->elem * f->stride;
	struct mdrv_ptr p;
	void *value = NULL;
	int err;

	if (item->len < sizeof(p))
		return -EINVAL;
	memcpy(&p, data, sizeof(p));
	if (f->kind == MDRV_STR)
		err = string_in(s, &p, data + sizeof(p), item->len - sizeof(p),
				(const char **)&value);
	else if (f->kind == MDRV_FN)
		err = mdrv_function_in(s, &p, f->fits, &value);
	else
		err = mdrv_pointer_in(s, &p, f->target, MDRV_NULLABLE | MDRV_ERRABLE, &value);
	if (!err)
		err = check_pointer(s, f, &p, value, pointer_at(s, o, offset));
	if (err)
		return err;
	store(s, o, offset, &value, sizeof(value));
	/* Other chains that have reached @o will come upon what is there now. */
	if (o->mask & ~s->speaker)
		o->done = 0;
	if (f->kind != MDRV_STR)
		memcpy(cap_of(s, o, item->field, item->elem), &p, sizeof(u64));
	return 0;
}

/* Kept code indexes with its fields: no number above those that the user half's code has. */
static int set_int(struct mdrv_session *s, struct mdrv_obj *o, const struct mdrv_view *f,
		   u32 elem, u64 value)
{
	u64 offset = f->offset + (u64)elem * f->stride, now = 0, new = 0;

	/* little endian, as every machine this runs on: low bytes first */
	memcpy(&new, &value, f->size);
	if ((f->blank & MDRV_BLANK_MOST) && new > f->least) {
		spin_lock_irq(&s->state->lock);
		if (!o->gone && !s->dead)
			memcpy(&now, (u8 *)o->addr + offset, f->size);
		spin_unlock_irq(&s->state->lock);
		if (new != now)
			return -ERANGE;
	}
	store(s, o, offset, &new, f->size);
	return 0;
}

static int set_field(struct mdrv_session *s, struct mdrv_obj *o, const struct mdrv_item *item,
		     const u8 *data)
{
	const struct mdrv_record *rec;
	struct mdrv_view view, *f = &view;
	u64 value;

	if (o->kind != MDRV_O_RECORD)
		return -EINVAL;
	rec = s->plan->records[o->record];
	if (item->field >= rec->nfields)
		return -EINVAL;
	view = mdrv_view(s->plan, rec, item->field);
	if (!(f->access & MDRV_W) || item->elem >= f->count)
		return -EACCES;
	switch (f->kind) {
	case MDRV_INT:
	case MDRV_BITS:
		if (item->len != sizeof(value) || (f->kind == MDRV_INT && f->size > sizeof(value)))
			return -EINVAL;
		memcpy(&value, data, sizeof(value));
		if (f->kind == MDRV_INT)
			return set_int(s, o, f, item->elem, value);
		store_bits(s, o, f, value);
		return 0;
	case MDRV_BYTES:
		if (item->len != f->size || (f->target && !memchr(data, 0, f->size)))
			return -EINVAL;
		/* a string must end: whole, or what is there might take its end away */
		if (f->target)
			store(s, o, f->offset + (u64)item->elem * f->stride, data, f->size);
		else
			store_bytes(s, o, f->offset + (u64)item->elem * f->stride, data, f->size);
		return 0;
	default:
		return set_pointer(s, o, f, item, data);
	}
}

static int set_data(struct mdrv_session *s, struct mdrv_obj *o, const struct mdrv_item *item,
		    const u8 *data)
{
	if (o->kind != MDRV_O_BUFFER || !(o->access & MDRV_W))
		return -EACCES;
	if (item->elem > o->size || item->len > o->size - item->elem)
		return -EINVAL;
	store_bytes(s, o, item->elem, data, item->len);
	return 0;
}

static int apply(struct mdrv_session *s, const struct mdrv_item *item, const u8 *data)
{
	struct mdrv_obj *o = mdrv_object_get(s, item->obj, item->gen);

	if (!o)
		return -ESTALE;
	switch (item->op) {
	case MDRV_OP_SET:
		return set_field(s, o, item, data);
	case MDRV_OP_DATA:
		return set_data(s, o, item, data);
	default:
		return -EINVAL;
	}
}

/**
 * mdrv_sync_in() - apply a list of items
 * @s:		the session; token held
 * @at:		the list
 * @len:	its bytes
 * Return: 0 or -EPROTO: then the session must end.
 */
int mdrv_sync_in(struct mdrv_session *s, const u8 *at, u32 len)
{
	struct mdrv_item item;
	int err = 0;

	while (len && !err) {
		if (len < sizeof(item)) {
			err = -EMSGSIZE;
			break;
		}
		memcpy(&item, at, sizeof(item));
		at += sizeof(item);
		len -= sizeof(item);
		if (item.len > MDRV_LIST_MAX || ALIGN(item.len, 8) > len) {
			err = -EMSGSIZE;
			break;
		}
		err = apply(s, &item, at);
		if (err)
			break;
		at += ALIGN(item.len, 8);
		len -= ALIGN(item.len, 8);
	}
	if (!err)
		return 0;
	pr_warn_ratelimited("mdrv: %s: item op %u object %u field %u refused: %d\n",
			    s->plan->name, item.op, item.obj, item.field, err);
	return -EPROTO;
}
