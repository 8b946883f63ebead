// SPDX-License-Identifier: GPL-2.0-only
/*
 * Memory of the process that made the system call. The user half knows its addresses
 * as numbers and copies by downcalls, which run on the caller's thread with its rights:
 * so only what the caller itself has named may be gone to. That is what the upcall's
 * arguments name, what pointers in data name that was copied from there, and what
 * fields name that the user half cannot write (ifr_data, for one).
 */
#include <linux/slab.h>
#include "internal.h"

#define WORDS_MAX	8192	/* 64 KiB of what was copied in; the rest names nothing */

/* Data copied in, as the words that it is made of. */
struct words {
	struct words *next;
	u32 n;
	u64 word[];
};

void mdrv_put_user(struct mdrv_call *call, u64 addr, u64 len)
{
	if (call->nusers < MDRV_USERS_MAX) {
		call->users[call->nusers].addr = addr;
		call->users[call->nusers++].len = len;
	}
	mdrv_put_int(call, addr);
}

void mdrv_saw_user(struct mdrv_call *call, const void *data, u64 len)
{
	u32 n = len / sizeof(u64);
	struct words *w;

	if (!data || !n || call->error || n > WORDS_MAX - call->nwords)
		return;
	w = kvmalloc(struct_size(w, word, n), GFP_KERNEL | __GFP_NOWARN);
	if (!w)
		return;
	memcpy(w->word, data, n * sizeof(u64));
	w->n = n;
	w->next = call->words;
	call->words = w;
	call->nwords += n;
}

void mdrv_words_free(struct mdrv_call *call)
{
	struct words *w = call->words, *next;

	for (; w; w = next) {
		next = w->next;
		kvfree(w);
	}
	call->words = NULL;
}

static bool is_within(u64 addr, u64 len, u64 start, u64 size)
{
	return addr >= start && addr - start < size && len <= size - (addr - start);
}

static bool in_words(const struct mdrv_call *call, u64 addr, u64 len)
{
	const struct words *w;
	u32 i;

	for (w = call->words; w; w = w->next) {
		for (i = 0; i < w->n; i++) {
			if (is_within(addr, len, w->word[i], MDRV_USER_SPAN))
				return true;
		}
	}
	return false;
}

static bool is_named(const struct mdrv_call *call, u64 addr, u64 len)
{
	u32 i;

	for (i = 0; i < call->nusers; i++) {
		if (is_within(addr, len, call->users[i].addr, call->users[i].len))
			return true;
	}
	return in_words(call, addr, len);
}

/* A field of @o as wide as an address, not the user half's to write, that names it. */
static bool in_record(const struct mdrv_plan *plan, const struct mdrv_obj *o, u64 addr, u64 len)
{
	const struct mdrv_record *rec = plan->records[o->record];
	u32 i;

	for (i = 0; i < rec->nfields; i++) {
		struct mdrv_view f = mdrv_view(plan, rec, i);

		if (f.kind == MDRV_INT && f.size == sizeof(u64) && !(f.access & MDRV_W) &&
		    is_within(addr, len, *(u64 *)(o->addr + f.offset), MDRV_USER_SPAN))
			return true;
	}
	return false;
}

static bool in_field(const struct mdrv_call *call, u64 addr, u64 len)
{
	struct mdrv_session *s = call->session;
	struct mdrv_obj *o;
	bool named = false;

	spin_lock_irq(&s->state->lock);
	list_for_each_entry(o, &s->live, link) {
		if (o->kind == MDRV_O_RECORD && !o->gone && (o->mask & BIT_ULL(call->slot)))
			named |= in_record(s->plan, o, addr, len);
	}
	spin_unlock_irq(&s->state->lock);
	return named;
}

void mdrv_check_user(struct mdrv_call *call, u64 addr, u64 len)
{
	const struct mdrv_call *c;

	if (call->error || !len)
		return;
	for (c = call; c; c = c->parent) {
		if (is_named(c, addr, len))
			return;
	}
	if (!in_field(call, addr, len))
		mdrv_bad(call, "an address that its caller has not named");
}
