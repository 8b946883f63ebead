// SPDX-License-Identifier: GPL-2.0-only
/*
 * Argument and result lists. Encoding goes to the session's buffer, decoding
 * reads the message in place; the first failure sticks in call->error.
 */
#include <linux/mm.h>
#include <linux/slab.h>
#include "internal.h"

/* Memory that lives as long as the downcall or, outside one, the upcall. */
struct hold {
	struct hold *next;
	u8 data[] __aligned(8);
};

static void *hold_alloc(struct mdrv_call *call, u64 len)
{
	struct hold *h = kvzalloc(sizeof(*h) + len, GFP_KERNEL);

	if (!h) {
		call->error = -ENOMEM;
		return NULL;
	}
	h->next = call->hold;
	call->hold = h;
	return h->data;
}

void mdrv_hold_free(struct mdrv_call *call)
{
	struct hold *h = call->hold, *next;

	for (; h; h = next) {
		next = h->next;
		kvfree(h);
	}
	call->hold = NULL;
}

/* The user half has broken the contract; the call, and its session, end. */
void mdrv_bad(struct mdrv_call *call, const char *what)
{
	if (call->error)
		return;
	call->error = -EPROTO;
	pr_warn_ratelimited("mdrv: %s: upcall %u, downcall %d: %s\n", call->drv->plan->name,
			    call->func, (int)call->downcall, what);
}

static u8 *room(struct mdrv_call *call, u64 len)
{
	u64 padded = ALIGN(len, 8);
	u8 *at;

	if (call->error)
		return NULL;
	if (len > MDRV_LIST_MAX || padded > call->out.cap - call->out.len) {
		call->error = -EMSGSIZE;
		return NULL;
	}
	at = call->out.base + call->out.len;
	if (padded != len)
		memset(at + padded - 8, 0, 8);
	call->out.len += padded;
	return at;
}

static void put_bytes(struct mdrv_call *call, const void *data, u64 len)
{
	u8 *at = room(call, len);

	if (at)
		memcpy(at, data, len);
}

void mdrv_put_int(struct mdrv_call *call, u64 value)
{
	put_bytes(call, &value, sizeof(value));
}
EXPORT_SYMBOL_GPL(mdrv_put_int);

void mdrv_put_ptr(struct mdrv_call *call, const void *ptr, u32 record)
{
	struct mdrv_reach how = {
		.record = record, .follow = true, .trusted = true, .mask = BIT_ULL(call->slot),
	};
	struct mdrv_ptr p;

	if (call->error)
		return;
	call->error = mdrv_pointer_out(call->session, ptr, &how, &p);
	put_bytes(call, &p, sizeof(p));
}
EXPORT_SYMBOL_GPL(mdrv_put_ptr);

void mdrv_put_fn(struct mdrv_call *call, const void *fn)
{
	struct mdrv_ptr p;

	if (call->error)
		return;
	call->error = mdrv_function_out(call->session, fn, BIT_ULL(call->slot), &p);
	put_bytes(call, &p, sizeof(p));
}

void mdrv_put_str(struct mdrv_call *call, const char *str)
{
	struct mdrv_ptr p = { .tag = str ? MDRV_T_STR : MDRV_T_NULL };

	if (str)
		p.value = strnlen(str, MDRV_STR_MAX - 1) + 1;
	put_bytes(call, &p, sizeof(p));
	if (str) {
		char *at = room(call, p.value);

		if (at)
			strscpy(at, str, p.value);
	}
}
EXPORT_SYMBOL_GPL(mdrv_put_str);

void mdrv_put_buf(struct mdrv_call *call, void *ptr, u64 len, u32 access)
{
	struct mdrv_ptr p = { .tag = MDRV_T_NULL };
	struct mdrv_entry model = {
		.addr = (unsigned long)ptr, .size = len, .kind = MDRV_O_BUFFER,
		.record = MDRV_REC_BYTES,
	};
	struct mdrv_obj *o;

	if (call->error)
		return;
	if (ptr && len > MDRV_BUF_MAX) {
		call->error = -EMSGSIZE;
		return;
	}
	if (ptr) {
		/* The user half's copy starts as zeroes and only changes come back. */
		if (access == MDRV_W)
			memset(ptr, 0, len);
		o = mdrv_object_new(call->session, &model, BIT_ULL(call->slot));
		if (IS_ERR(o)) {
			call->error = PTR_ERR(o);
			return;
		}
		o->access = access;
		o->transient = true;
		p.tag = MDRV_T_OBJ;
		p.obj = o->index;
		p.gen = o->gen;
	}
	put_bytes(call, &p, sizeof(p));
}
EXPORT_SYMBOL_GPL(mdrv_put_buf);

static const void *take(struct mdrv_call *call, u64 len)
{
	u64 padded = ALIGN(len, 8);
	const u8 *at = call->in.at;

	if (call->error)
		return NULL;
	if (len > MDRV_LIST_MAX || padded > call->in.end - at) {
		mdrv_bad(call, "fewer arguments than expected");
		return NULL;
	}
	call->in.at += padded;
	return at;
}

u64 mdrv_get_int(struct mdrv_call *call)
{
	const void *at = take(call, sizeof(u64));
	u64 value = 0;

	if (at)
		memcpy(&value, at, sizeof(value));
	return value;
}
EXPORT_SYMBOL_GPL(mdrv_get_int);

/* A number that would crash or hang the callee if it were negative or above @max. */
u64 mdrv_get_int_max(struct mdrv_call *call, u64 max)
{
	u64 value = mdrv_get_int(call);

	if (value <= max)
		return value;
	mdrv_bad(call, "number out of range");
	return 0;
}

static bool take_ptr(struct mdrv_call *call, struct mdrv_ptr *p)
{
	const void *at = take(call, sizeof(*p));

	if (at)
		memcpy(p, at, sizeof(*p));
	return at;
}

void *mdrv_get_ptr(struct mdrv_call *call, u32 record, u32 flags)
{
	struct mdrv_ptr p;
	void *ptr = NULL;

	if (take_ptr(call, &p) && mdrv_pointer_in(call->session, &p, record, flags, &ptr))
		mdrv_bad(call, "bad pointer");
	/* Nobody frees it while the call is served. */
	if (call->nptrs < MDRV_PTRS_MAX)
		call->ptrs[call->nptrs++] = ptr;
	else
		mdrv_bad(call, "too many pointers");
	return call->error ? NULL : ptr;
}
EXPORT_SYMBOL_GPL(mdrv_get_ptr);

/*
 * A function of the plan's table, or NULL with MDRV_NULLABLE; anything else fails the
 * call. Of the table only those in @fits, see MDRV_FNS_TYPED.
 */
void *mdrv_get_fn_of(struct mdrv_call *call, u64 fits, u32 flags)
{
	struct mdrv_ptr p;
	void *fn = NULL;

	if (take_ptr(call, &p) && (mdrv_function_in(call->session, &p, fits, &fn) ||
				   (!fn && !(flags & MDRV_NULLABLE))))
		mdrv_bad(call, "bad function pointer");
	return call->error ? NULL : fn;
}

static bool prints(const struct mdrv_call *call)
{
	const struct mdrv_plan *plan = call->drv->plan;

	return call->downcall < plan->ndowncalls &&
	       (plan->downcalls[call->downcall]->flags & MDRV_DC_PRINTS);
}

/* A copy of our own: what is printed lasts as long as the call, else the kernel may keep it. */
static const char *keep_text(struct mdrv_call *call, const char *text, u64 size)
{
	const char *kept;
	char *copy;

	if (prints(call)) {
		copy = hold_alloc(call, size);
		return copy ? memcpy(copy, text, size) : NULL;
	}
	kept = mdrv_string_intern(call->drv->state, text);
	if (!kept)
		call->error = -ENOSPC;
	return kept;
}

/* Text in memory that the user half names, which may change or be freed. */
static const char *text_of(struct mdrv_call *call, const struct mdrv_ptr *p)
{
	const char *kept = NULL, *text;
	char *copy = kmalloc(MDRV_STR_MAX, GFP_KERNEL);

	if (!copy)
		call->error = -ENOMEM;
	else if (mdrv_text_in(call->session, p, copy, MDRV_STR_MAX, &text))
		mdrv_bad(call, "bad string pointer");
	else
		kept = keep_text(call, copy, strlen(copy) + 1);
	kfree(copy);
	return kept;
}

/**
 * mdrv_get_str() - a string of the user half
 * @flags:	MDRV_NULLABLE, or NULL fails the call
 * Return: a copy that lives as long as the driver is registered (strings are interned
 * in a bounded pool), or for downcalls with MDRV_DC_PRINTS until the call ends.
 */
const char *mdrv_get_str(struct mdrv_call *call, u32 flags)
{
	const char *text;
	struct mdrv_ptr p;

	if (!take_ptr(call, &p))
		return NULL;
	if (p.tag == MDRV_T_NULL) {
		if (!(flags & MDRV_NULLABLE))
			mdrv_bad(call, "no string");
		return NULL;
	}
	if (p.tag != MDRV_T_STR)
		return text_of(call, &p);
	if (!p.value || p.value > MDRV_STR_MAX) {
		mdrv_bad(call, "bad string length");
		return NULL;
	}
	text = take(call, p.value);
	if (!text)
		return NULL;
	if (strnlen(text, p.value) != p.value - 1) {
		mdrv_bad(call, "bad string");
		return NULL;
	}
	return keep_text(call, text, p.value);
}

/**
 * mdrv_get_buf() - a by-value buffer argument of a downcall
 * @call:	the call
 * @len:	out: its length in bytes
 * @access:	MDRV_R: contents came with the call; MDRV_W: contents go back;
 *		MDRV_NULL_BUF: NULL will do whatever @min
 * @min:	least length that the callee relies on; a shorter one fails the call
 * Return: kernel copy (zeroed when not MDRV_R) that lives until the call ends,
 * or NULL for a null pointer.
 */
void *mdrv_get_buf(struct mdrv_call *call, u64 *len, u32 access, u64 min)
{
	const void *data = NULL;
	void *copy;

	*len = mdrv_get_int(call);
	if (call->error)
		goto fail;
	if (*len == MDRV_BUF_NULL) {
		if (min && !(access & MDRV_NULL_BUF))
			mdrv_bad(call, "no buffer");
		*len = 0;
		return NULL;
	}
	if (*len > MDRV_BUF_MAX || *len < min) {
		mdrv_bad(call, "bad buffer length");
		goto fail;
	}
	if (access & MDRV_R) {
		data = take(call, *len);
		if (!data)
			goto fail;
	}
	copy = hold_alloc(call, *len);
	if (!copy)
		goto fail;
	if (data)
		memcpy(copy, data, *len);
	return copy;

fail:
	*len = 0;
	return NULL;
}

/* Result part of a MDRV_W buffer: put after the return value, in argument order. */
void mdrv_put_bufresult(struct mdrv_call *call, const void *buf, u64 len)
{
	mdrv_put_int(call, buf ? len : MDRV_BUF_NULL);
	if (buf)
		put_bytes(call, buf, len);
}
