// SPDX-License-Identifier: GPL-2.0-or-later
/* Translation between addresses of this process and capabilities on the wire. */
#include <stdlib.h>
#include <string.h>
#include "internal.h"

#define STRINGS_BUCKETS	256
#define STRINGS_BYTES	(16u << 20)

/* Strings that came from the kernel and may be kept; equal ones are one. */
struct string {
	struct string *next;
	size_t len;
	char text[];
};

static struct string *strings[STRINGS_BUCKETS];
static size_t strings_bytes;

const char *mdrv_intern(const char *str, size_t len)
{
	struct string *s;
	u32 hash = 0;

	for (size_t i = 0; i < len; i++)
		hash = hash * 31 + (u8)str[i];
	for (s = strings[hash % STRINGS_BUCKETS]; s; s = s->next) {
		if (s->len == len && !memcmp(s->text, str, len))
			return s->text;
	}
	strings_bytes += len;
	s = malloc(sizeof(*s) + len + 1);
	if (!s || strings_bytes > STRINGS_BYTES)
		mdrv_fatal("too many strings from the kernel");
	s->len = len;
	memcpy(s->text, str, len);
	s->text[len] = '\0';
	s->next = strings[hash % STRINGS_BUCKETS];
	strings[hash % STRINGS_BUCKETS] = s;
	return s->text;
}

/* For tests that outlive many sessions: nobody holds a string any more. */
void mdrv_intern_reset(void)
{
	for (u32 i = 0; i < STRINGS_BUCKETS; i++) {
		while (strings[i]) {
			struct string *s = strings[i];

			strings[i] = s->next;
			free(s);
		}
	}
	strings_bytes = 0;
}

static bool place_at(const struct mdrv_place *place, u64 offset, struct mdrv_ptr *ptr)
{
	u64 within = offset - place->offset;
	u64 stride = place->stride ? place->stride : 1;

	if (offset < place->offset || within % stride || within / stride >= place->count)
		return false;
	ptr->value = within / stride;
	return true;
}

/*
 * Which sub-object of a record starts at @offset: of the declared type if there
 * is one; for void any; the record itself also where its base is asked for.
 */
static bool record_place(const struct mdrv_obj *o, u64 offset, u32 record, struct mdrv_ptr *ptr)
{
	const struct mdrv_record *rec = mdrv_record_of(o->record);

	if (!offset && (record == MDRV_REC_VOID || record == o->record || record == rec->base))
		return true;
	for (u32 i = 0; i < rec->nplaces; i++) {
		if (record != MDRV_REC_VOID && rec->places[i].record != record)
			continue;
		if (place_at(&rec->places[i], offset, ptr)) {
			ptr->place = i + 1;
			return true;
		}
	}
	return false;
}

static bool object_out(const volatile void *addr, u32 record, struct mdrv_ptr *ptr)
{
	u64 offset;
	u16 gen;
	u32 index = mdrv_handle_at(addr, &offset, &gen);
	const struct mdrv_obj *o = &mdrv_self.obj[index];

	*ptr = (struct mdrv_ptr){ .tag = MDRV_T_OBJ, .obj = index };
	if (index) {
		ptr->gen = o->gen;
		return !offset && o->live && o->addr == (const u8 *)addr;
	}
	index = mdrv_twin_at(addr, &offset);
	if (!index)
		return false;
	o = &mdrv_self.obj[index];
	ptr->obj = index;
	ptr->gen = o->gen;
	if (o->kind == MDRV_O_RECORD)
		return record_place(o, offset, record, ptr);
	ptr->value = offset;
	return true;
}

bool mdrv_pointer_out(const volatile void *addr, u32 record, struct mdrv_ptr *ptr)
{
	s64 value = (s64)addr;

	*ptr = (struct mdrv_ptr){ .tag = MDRV_T_NULL };
	if (!value)
		return true;
	if (value < 0 && value >= -MDRV_ERRNO_MAX) {
		ptr->tag = MDRV_T_ERR;
		ptr->value = value;
		return true;
	}
	if (value > 0 && value <= MDRV_ERRNO_MAX) {
		ptr->tag = MDRV_T_RAW;
		ptr->value = value;
		return true;
	}
	return object_out(addr, record, ptr);
}

bool mdrv_function_out(const void *fn, struct mdrv_ptr *ptr)
{
	const struct mdrv_plan *plan = mdrv_self.plan;

	for (u32 i = 0; fn && i < plan->nfns; i++) {
		if (plan->fns[i].addr == fn) {
			*ptr = (struct mdrv_ptr){ .tag = MDRV_T_FN, .obj = i };
			return true;
		}
	}
	/* NULL, or a function of the kernel that is a handle here. */
	if (!mdrv_pointer_out(fn, MDRV_REC_VOID, ptr))
		return false;
	return ptr->tag != MDRV_T_OBJ || mdrv_self.obj[ptr->obj].kind == MDRV_O_OPAQUE;
}

/*
 * A string inside an object is passed as the pointer it is, if the plan gives it
 * a place; any other travels by value: the caller appends ptr->value bytes.
 */
bool mdrv_string_out(const char *str, struct mdrv_ptr *ptr)
{
	size_t len;

	if (mdrv_pointer_out(str, MDRV_REC_BYTES, ptr))
		return true;
	if (ptr->obj && mdrv_self.obj[ptr->obj].kind == MDRV_O_OPAQUE)
		return false;
	len = strnlen(str, MDRV_STR_MAX) + 1;
	*ptr = (struct mdrv_ptr){ .tag = MDRV_T_STR, .value = len };
	return len <= MDRV_STR_MAX;
}

static bool object_in(const struct mdrv_ptr *ptr, u32 record, void **addr)
{
	const struct mdrv_obj *o = mdrv_twin_get(ptr->obj, ptr->gen);
	const struct mdrv_record *rec;
	struct mdrv_place place;

	if (!o)
		return false;
	if (o->kind == MDRV_O_OPAQUE) {
		*addr = o->addr;
		return true;
	}
	if (o->kind != MDRV_O_RECORD) {
		*addr = o->addr + ptr->value;
		return ptr->value < o->size;
	}
	*addr = o->addr;
	if (!ptr->place)
		return !ptr->value;
	rec = mdrv_record_of(o->record);
	if (ptr->place > rec->nplaces)
		return false;
	place = mdrv_place(rec, ptr->place);
	*addr = o->addr + place.offset + ptr->value * place.stride;
	return ptr->value < place.count &&
	       (record == MDRV_REC_VOID || record == MDRV_REC_BYTES || place.record == record);
}

bool mdrv_pointer_in(const struct mdrv_ptr *ptr, u32 record, void **addr)
{
	switch (ptr->tag) {
	case MDRV_T_NULL:
		*addr = NULL;
		return true;
	case MDRV_T_ERR:
	case MDRV_T_RAW:
		*addr = (void *)ptr->value;
		return (s64)ptr->value >= -MDRV_ERRNO_MAX && (s64)ptr->value <= MDRV_ERRNO_MAX;
	case MDRV_T_FN:
		if (ptr->obj >= mdrv_self.plan->nfns)
			return false;
		*addr = mdrv_self.plan->fns[ptr->obj].addr;
		return true;
	case MDRV_T_OBJ:
		return object_in(ptr, record, addr);
	}
	return false;
}
