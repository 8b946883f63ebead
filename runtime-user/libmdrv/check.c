// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * MDRV_CHECK=1: what the closing check of the plan promises, asserted on live data.
 *
 * What driver code writes to a twin goes back, or the daemon ends with the name of what
 * did not: a field that the plan takes for read only, a byte that it does not know. And
 * what the plan does not know of a record holds addresses that fault, one for each place,
 * so that following one, too, is told by name.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include "internal.h"

#define WORDS	1024u		/* of a record; further ones are not told apart */
#define ROOM	4096u		/* of addresses for each */

static u8 *unknown;		/* nrecords * WORDS * ROOM, inaccessible */

static u64 unknown_size(void)
{
	return (u64)mdrv_self.plan->nrecords * WORDS * ROOM;
}

void mdrv_check_init(void)
{
	const char *check = getenv("MDRV_CHECK");

	mdrv_self.check = check && check[0] == '1';
	if (!mdrv_self.check)
		return;
	unknown = mmap(NULL, unknown_size(), PROT_NONE,
		       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (unknown == MAP_FAILED)
		mdrv_fatal("no address space for MDRV_CHECK");
}

void mdrv_check_fill(const struct mdrv_obj *o)
{
	u64 words = o->size / sizeof(u64) < WORDS ? o->size / sizeof(u64) : WORDS;

	if (!mdrv_self.check)
		return;
	for (u64 word = 0; word < words; word++)
		((u64 *)o->addr)[word] = (u64)unknown + ROOM / 2 +
					 ((u64)o->record * WORDS + word) * ROOM;
}

/* Field of which byte @at of the object is a part, or false. */
static bool find_field(const struct mdrv_obj *o, u64 at, struct mdrv_view *field)
{
	const struct mdrv_record *rec = mdrv_record_of(o->record);

	for (u32 i = 0; i < rec->nfields; i++) {
		struct mdrv_view f = mdrv_view(mdrv_self.plan, rec, i);
		u64 n = f.stride && at >= f.offset ? (at - f.offset) / f.stride : 0;

		if (f.kind == MDRV_BITS || at < f.offset + n * f.stride || n >= f.count ||
		    at >= f.offset + n * f.stride + f.size)
			continue;
		*field = f;
		return true;
	}
	return false;
}

static void check_bits(const struct mdrv_obj *o)
{
	const struct mdrv_record *rec = mdrv_record_of(o->record);

	for (u32 i = 0; i < rec->nfields; i++) {
		struct mdrv_view f = mdrv_view(mdrv_self.plan, rec, i);

		if (f.kind == MDRV_BITS &&
		    f.bits(o->addr + f.part, NULL) != f.bits(o->shadow + f.part, NULL))
			mdrv_fatal("writes %s, which does not go back", f.name);
	}
}

/* What is cleared as a whole has its padding cleared as well. */
static void check_byte(const struct mdrv_obj *o, u64 at)
{
	struct mdrv_view field;

	if (find_field(o, at, &field))
		mdrv_fatal("writes %s, which does not go back", field.name);
	if (o->addr[at])
		mdrv_fatal("writes byte %llu of a %s, which does not go back: the plan does not "
			   "know it", (unsigned long long)at, mdrv_record_of(o->record)->name);
	o->shadow[at] = 0;
}

/* All changes are on their way, and the shadow has them: what differs still is lost. */
void mdrv_check_lost(void)
{
	for (u32 i = 0; mdrv_self.check && i < mdrv_self.nwatched; i++) {
		const struct mdrv_obj *o = &mdrv_self.obj[mdrv_self.watched[i]];

		if (o->kind != MDRV_O_RECORD)
			continue;
		if (!memcmp(o->addr, o->shadow, o->size))
			continue;
		check_bits(o);
		for (u64 at = 0; at < o->size; at++) {
			if (o->addr[at] != o->shadow[at])
				check_byte(o, at);
		}
	}
}

/* Is @addr what a place that the plan does not know holds? */
bool mdrv_check_describe(const volatile void *addr, char *buf, size_t size)
{
	u64 distance = (const volatile u8 *)addr - unknown;
	u64 place = distance / ROOM;

	if (!unknown || (const volatile u8 *)addr < unknown || distance >= unknown_size())
		return false;
	snprintf(buf, size, "memory behind byte %llu of a %s: the plan does not know that byte",
		 (unsigned long long)(place % WORDS * sizeof(u64)),
		 mdrv_record_of(place / WORDS)->name);
	return true;
}
