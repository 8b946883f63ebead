// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The objects of the session in this process: twins of records, copies of
 * buffers, mapped regions, and handles, which are addresses that fault. Found by
 * index (from the wire) and by address (from the driver's code).
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <syslog.h>
#include "internal.h"

#define POISON	0xa5

static const struct mdrv_record void_record = { .name = "void" };

const struct mdrv_record *mdrv_record_of(u32 number)
{
	const struct mdrv_plan *plan = mdrv_self.plan;

	if (!number || number >= plan->nrecords || !plan->records[number])
		return &void_record;
	return plan->records[number];
}

/* Address space only: it is never backed by memory. */
void mdrv_twins_init(void)
{
	size_t span = (size_t)MDRV_HANDLE_SPAN * (MDRV_OBJECTS_MAX + 1);
	const char *poison = getenv("MDRV_POISON");

	mdrv_check_init();
	mdrv_self.poison = poison && poison[0] == '1';
	for (mdrv_self.handle_gens = MDRV_HANDLE_GENS; mdrv_self.handle_gens;
	     mdrv_self.handle_gens /= 2) {
		mdrv_self.handles = mmap(NULL, span * mdrv_self.handle_gens, PROT_NONE,
					 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
		if (mdrv_self.handles != MAP_FAILED)
			return;
	}
	mdrv_fatal("no address space for handles");
}

static u8 *handle_address(u16 index, u16 gen)
{
	u64 slot = (u64)(gen % mdrv_self.handle_gens) * (MDRV_OBJECTS_MAX + 1) + index;

	return mdrv_self.handles + slot * MDRV_HANDLE_SPAN;
}

/* Index of the handle that @addr lies in, or 0. */
u32 mdrv_handle_at(const volatile void *addr, u64 *offset, u16 *gen)
{
	u64 span = (u64)MDRV_HANDLE_SPAN * (MDRV_OBJECTS_MAX + 1) * mdrv_self.handle_gens;
	u64 distance = (const volatile u8 *)addr - mdrv_self.handles;
	u64 slot = distance / MDRV_HANDLE_SPAN;

	if (!mdrv_self.handles || (const volatile u8 *)addr < mdrv_self.handles || distance >= span)
		return 0;
	*offset = distance % MDRV_HANDLE_SPAN;
	*gen = slot / (MDRV_OBJECTS_MAX + 1);
	return slot % (MDRV_OBJECTS_MAX + 1);
}

/* First entry of the sorted list that ends beyond @addr. */
static u32 sorted_place(const volatile u8 *addr)
{
	u32 low = 0;
	u32 high = mdrv_self.nsorted;

	while (low < high) {
		u32 mid = (low + high) / 2;
		const struct mdrv_obj *o = &mdrv_self.obj[mdrv_self.sorted[mid]];

		if (o->addr + o->size <= (const u8 *)addr)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Index of the object in memory that @addr lies in, or 0. */
u32 mdrv_twin_at(const volatile void *addr, u64 *offset)
{
	u32 place = sorted_place(addr);
	const struct mdrv_obj *o;

	if (place == mdrv_self.nsorted)
		return 0;
	o = &mdrv_self.obj[mdrv_self.sorted[place]];
	if ((const volatile u8 *)addr < o->addr)
		return 0;
	*offset = (const volatile u8 *)addr - o->addr;
	return mdrv_self.sorted[place];
}

static void list_remove(u16 *list, u32 *n, u16 index)
{
	for (u32 i = 0; i < *n; i++) {
		if (list[i] == index) {
			memmove(list + i, list + i + 1, (*n - i - 1) * sizeof(*list));
			(*n)--;
			return;
		}
	}
}

static void enlist(u16 index)
{
	struct mdrv_obj *o = &mdrv_self.obj[index];
	u32 place = sorted_place(o->addr);

	memmove(mdrv_self.sorted + place + 1, mdrv_self.sorted + place,
		(mdrv_self.nsorted - place) * sizeof(mdrv_self.sorted[0]));
	mdrv_self.sorted[place] = index;
	mdrv_self.nsorted++;
	if (o->shadow)
		mdrv_self.watched[mdrv_self.nwatched++] = index;
}

struct mdrv_obj *mdrv_twin_get(u16 index, u16 gen)
{
	struct mdrv_obj *o;

	if (!index || index > MDRV_OBJECTS_MAX)
		return NULL;
	o = &mdrv_self.obj[index];
	return o->live && o->gen == gen ? o : NULL;
}

static int twin_alloc(struct mdrv_obj *o, u64 size)
{
	if (size > MDRV_TWIN_MAX)
		return -EPROTO;
	o->size = size ? size : 1;
	o->addr = aligned_alloc(MDRV_ALIGN, (o->size + MDRV_ALIGN - 1) & ~(u64)(MDRV_ALIGN - 1));
	if (!o->addr)
		return -ENOMEM;
	memset(o->addr, mdrv_self.poison && o->kind == MDRV_O_RECORD ? POISON : 0, o->size);
	return 0;
}

/* What this half may write of a record; refuses fields beyond its end. */
static int written_span(struct mdrv_obj *o)
{
	const struct mdrv_record *rec = mdrv_record_of(o->record);

	o->low = o->size;
	for (u32 i = 0; i < rec->nfields; i++) {
		struct mdrv_view f = mdrv_view(mdrv_self.plan, rec, i);
		u64 end = f.offset + (u64)(f.count - 1) * f.stride + f.size;

		if (f.kind == MDRV_BITS) {
			o->bits |= !!(f.access & MDRV_W);
			continue;
		}
		if (!f.count || end > o->size)
			return -EPROTO;
		if (!(f.access & MDRV_W))
			continue;
		if (f.offset < o->low)
			o->low = f.offset;
		if (end > o->high)
			o->high = end;
	}
	if (o->low > o->high)
		o->low = o->high;
	return 0;
}

static int twin_shadow(struct mdrv_obj *o)
{
	o->shadow = malloc(o->size);
	if (!o->shadow)
		return -ENOMEM;
	memcpy(o->shadow, o->addr, o->size);
	return o->kind == MDRV_O_RECORD ? written_span(o) : 0;
}

static int twin_global(struct mdrv_obj *o, u16 number)
{
	const struct mdrv_global *global;
	u64 offset;

	if (number >= mdrv_self.plan->nglobals)
		return -EPROTO;
	global = &mdrv_self.plan->globals[number];
	if (mdrv_twin_at(global->addr, &offset))
		return -EEXIST;
	o->global = number;
	o->addr = global->addr;
	o->size = global->size ? global->size : 1;
	o->record = global->record;
	if (o->kind != MDRV_O_RECORD)
		return 0;
	if (!o->record || o->record >= mdrv_self.plan->nrecords ||
	    mdrv_record_of(o->record)->size > o->size)
		return -EPROTO;
	return twin_shadow(o);
}

static int twin_record(struct mdrv_obj *o, u16 number)
{
	int rc;

	if (!number || number >= mdrv_self.plan->nrecords)
		return -EPROTO;
	o->record = number;
	rc = twin_alloc(o, mdrv_record_of(number)->size);
	if (rc)
		return rc;
	mdrv_check_fill(o);
	return twin_shadow(o);
}

static void twin_free(struct mdrv_obj *o)
{
	if (o->kind == MDRV_O_REGION)
		mdrv_region_unmap(o);
	else if (o->kind != MDRV_O_OPAQUE && o->global < 0)
		free(o->addr);
	free(o->shadow);
	*o = (struct mdrv_obj){ .global = -1 };
}

int mdrv_twin_new(u16 index, u16 gen, const struct mdrv_new *what)
{
	struct mdrv_obj *o;
	int rc;

	if (!index || index > MDRV_OBJECTS_MAX || mdrv_self.obj[index].live)
		return -EPROTO;
	o = &mdrv_self.obj[index];
	*o = (struct mdrv_obj){ .kind = what->kind, .gen = gen, .global = -1,
				.access = what->access };
	switch (what->kind) {
	case MDRV_O_RECORD:
	case MDRV_O_BUFFER:
		if (what->record == MDRV_REC_GLOBAL) {
			rc = twin_global(o, what->global);
		} else if (what->kind == MDRV_O_RECORD) {
			rc = twin_record(o, what->record);
		} else {
			rc = twin_alloc(o, what->size);
			if (!rc && (o->access & MDRV_W))
				rc = twin_shadow(o);
		}
		break;
	case MDRV_O_REGION:
		rc = mdrv_region_map(o, what);
		break;
	case MDRV_O_OPAQUE:
		o->record = what->record;
		o->addr = handle_address(index, gen);
		rc = 0;
		break;
	default:
		rc = -EPROTO;
	}
	if (rc) {
		twin_free(o);
		return rc;
	}
	o->live = true;
	if (o->kind != MDRV_O_OPAQUE)
		enlist(index);
	return 0;
}

int mdrv_twin_drop(u16 index, u16 gen)
{
	struct mdrv_obj *o = mdrv_twin_get(index, gen);

	if (!o)
		return -EPROTO;
	if (o->kind != MDRV_O_OPAQUE)
		list_remove(mdrv_self.sorted, &mdrv_self.nsorted, index);
	if (o->shadow)
		list_remove(mdrv_self.watched, &mdrv_self.nwatched, index);
	twin_free(o);
	return 0;
}

void mdrv_twins_reset(void)
{
	for (u32 i = 1; i <= MDRV_OBJECTS_MAX; i++) {
		if (mdrv_self.obj[i].live)
			mdrv_twin_drop(i, mdrv_self.obj[i].gen);
	}
}

/* What an address is, in words, for messages. */
void mdrv_describe(const volatile void *addr, char *buf, size_t size)
{
	const struct mdrv_obj *o;
	const char *file;
	u64 offset;
	u32 line;
	u16 gen;
	u32 index = mdrv_handle_at(addr, &offset, &gen);

	if (index) {
		o = &mdrv_self.obj[index];
		if (o->live && o->kind == MDRV_O_OPAQUE && o->addr == (u8 *)addr - offset)
			snprintf(buf, size, "byte %llu of a %s that stays in the kernel",
				 (unsigned long long)offset, mdrv_record_of(o->record)->name);
		else
			snprintf(buf, size, "a handle that is no longer valid");
		return;
	}
	index = mdrv_twin_at(addr, &offset);
	if (index) {
		o = &mdrv_self.obj[index];
		snprintf(buf, size, "byte %llu of %s%s", (unsigned long long)offset,
			 o->global >= 0 ? "the global " : "a ",
			 o->global >= 0 ? mdrv_self.plan->globals[o->global].name :
			 o->kind == MDRV_O_RECORD ? mdrv_record_of(o->record)->name :
			 "buffer or device memory");
		return;
	}
	if (mdrv_check_describe(addr, buf, size))
		return;
	if (mdrv_local_at(addr, &file, &line)) {
		snprintf(buf, size, "memory of this process, allocated at %s:%u", file, line);
		return;
	}
	snprintf(buf, size, "%p, which is no object of the session", (void *)addr);
}
