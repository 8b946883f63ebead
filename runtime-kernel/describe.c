// SPDX-License-Identifier: GPL-2.0-only
/*
 * Calls by their descriptions: what generated code says of a function's result and
 * arguments (<mdrv/describe.h>) is carried out here, for all of them.
 */
#include <linux/stdarg.h>
#include "internal.h"

static u32 pass_of(u32 word)
{
	return word & 15;
}

static u32 flags_of(u32 word)
{
	return word >> 4 & 15;
}

static u32 record_of(u32 word)
{
	return word >> 16;
}

/* Words and values of the argument that begins with @word. */
static u32 words_of(u32 word)
{
	switch (pass_of(word)) {
	case MDRV_PASS_INT:
		return flags_of(word) & MDRV_BOUNDED ? 2 : 1;
	case MDRV_PASS_FN:
		return 3;
	case MDRV_PASS_BUF:
	case MDRV_PASS_USER:
		return 2;
	default:
		return 1;
	}
}

static u32 values_of(u32 word)
{
	return pass_of(word) == MDRV_PASS_BUF || pass_of(word) == MDRV_PASS_SETS ? 2 : 1;
}

static bool word_is_sound(const struct mdrv_plan *plan, u32 word)
{
	u32 record = record_of(word);

	return pass_of(word) <= MDRV_PASS_SETS &&
	       (record < plan->nrecords || record == MDRV_REC_BYTES);
}

/* How many values @n words describe, or -1 if they are not in order. */
static int count_values(const struct mdrv_plan *plan, const u32 *words, u32 n)
{
	u32 i, length = 0, values = 0;

	if (!n || !word_is_sound(plan, words[0]) || words_of(words[0]) > 1)
		return -1;
	for (i = 1; i < n; i += words_of(words[i])) {
		if (!word_is_sound(plan, words[i]))
			return -1;
		if (pass_of(words[i]) == MDRV_PASS_USER && i + 1 < n)
			length = max(length, words[i + 1]);
		values += values_of(words[i]);
	}
	return i == n && length <= values && values <= MDRV_VALUES_MAX ? (int)values : -1;
}

/* Once, at registration: so that no call has to look again. */
bool mdrv_calls_are_sound(const struct mdrv_plan *plan)
{
	u32 i;

	for (i = 0; i < plan->nupcalls; i++) {
		const struct mdrv_upcall *up = &plan->upcalls[i];
		int values = count_values(plan, up->words, up->nwords);

		if (values < 0 || (up->owner != MDRV_NO_OWNER && up->owner >= values) ||
		    !mdrv_must_is_sound(plan, up, values))
			return false;
	}
	for (i = 0; i < plan->ndowncalls; i++) {
		const struct mdrv_downcall *dc = plan->downcalls[i];

		if (!dc || !dc->callee || count_values(plan, dc->words, dc->nwords) < 0)
			return false;
	}
	return true;
}

/* The pointer itself stays here; whether there is one is for the user half to say. */
static u64 get_set(struct mdrv_call *call, u32 flags, u64 *pointer)
{
	bool given = mdrv_get_int(call);

	if (!given && !(flags & MDRV_NULLABLE))
		mdrv_bad(call, "no place for a pointer");
	*(void **)pointer = MDRV_UNSET;
	return given ? (uintptr_t)pointer : 0;
}

/* The value of one argument or result from the user half, checked as far as its words go. */
static u64 get(struct mdrv_call *call, const u32 *at, u64 *len)
{
	u32 flags = flags_of(*at);

	switch (pass_of(*at)) {
	case MDRV_PASS_INT:
		return flags & MDRV_BOUNDED ? mdrv_get_int_max(call, at[1]) : mdrv_get_int(call);
	case MDRV_PASS_PTR:
		return (uintptr_t)mdrv_get_ptr(call, record_of(*at), flags);
	case MDRV_PASS_USER:
		return mdrv_get_int(call);
	case MDRV_PASS_STR:
		return (uintptr_t)mdrv_get_str(call, flags);
	case MDRV_PASS_FN:
		return (uintptr_t)mdrv_get_fn_of(call, at[1] | (u64)at[2] << 32, flags);
	case MDRV_PASS_BUF:
		return (uintptr_t)mdrv_get_buf(call, len, flags, at[1]);
	case MDRV_PASS_SETS:
		return get_set(call, flags, len);
	default:
		return 0;
	}
}

/* One value for the user half; a buffer's length is the second one. */
static void put(struct mdrv_call *call, u32 word, const u64 *v)
{
	void *ptr = (void *)(uintptr_t)v[0];

	switch (pass_of(word)) {
	case MDRV_PASS_INT:
		mdrv_put_int(call, v[0]);
		break;
	case MDRV_PASS_PTR:
		mdrv_put_ptr(call, ptr, record_of(word));
		break;
	case MDRV_PASS_STR:
		mdrv_put_str(call, ptr);
		break;
	case MDRV_PASS_FN:
		mdrv_put_fn(call, ptr);
		break;
	case MDRV_PASS_BUF:
		mdrv_put_buf(call, ptr, v[1], flags_of(word) & MDRV_RW);
		break;
	}
}

/* Whether the callee has set it, and to what. */
static void put_set(struct mdrv_call *call, u32 word, const u64 *v)
{
	void *pointer = *(void **)&v[1];

	if (!v[0])
		return;
	mdrv_put_int(call, pointer != MDRV_UNSET);
	if (pointer != MDRV_UNSET)
		mdrv_put_ptr(call, pointer, record_of(word));
}

/* Beside the result: what comes back in buffers, and pointers that have been set. */
static void put_results(struct mdrv_call *call, const struct mdrv_downcall *dc, const u64 *v)
{
	u32 i;

	for (i = 1; i < dc->nwords; i += words_of(dc->words[i])) {
		u32 word = dc->words[i];

		if (pass_of(word) == MDRV_PASS_BUF && (flags_of(word) & MDRV_W))
			mdrv_put_bufresult(call, (void *)(uintptr_t)v[0], v[1]);
		else if (pass_of(word) == MDRV_PASS_SETS)
			put_set(call, word, v);
		v += values_of(word);
	}
}

/* The length of an address of the calling process, whose words begin at @at. */
static u64 user_length(const u32 *at, const u64 *v, u64 otherwise)
{
	return at[1] ? v[at[1] - 1] : otherwise;
}

/* Return: whether the callee goes to memory of the calling process. */
static bool check_users(struct mdrv_call *call, const struct mdrv_downcall *dc, const u64 *v)
{
	const u64 *value = v;
	bool any = false;
	u32 i;

	for (i = 1; i < dc->nwords; i += words_of(dc->words[i])) {
		if (pass_of(dc->words[i]) == MDRV_PASS_USER) {
			mdrv_check_user(call, *value, user_length(&dc->words[i], v, 1));
			any = true;
		}
		value += values_of(dc->words[i]);
	}
	return any;
}

/* What has been copied from there may name more. */
static void note_users(struct mdrv_call *call, const struct mdrv_downcall *dc, const u64 *v)
{
	u32 i;

	for (i = 1; i < dc->nwords; i += words_of(dc->words[i])) {
		u32 word = dc->words[i];

		if (pass_of(word) == MDRV_PASS_BUF && (flags_of(word) & MDRV_W))
			mdrv_saw_user(call, (void *)(uintptr_t)v[0], v[1]);
		v += values_of(word);
	}
}

/**
 * mdrv_downcall() - decode, check, call, encode
 * @call:	the upcall that it is made in
 * @dc:		which
 * Return: 0 or negative errno, which @call->error may be as well.
 */
int mdrv_downcall(struct mdrv_call *call, const struct mdrv_downcall *dc)
{
	u64 v[MDRV_VALUES_MAX + 1] = {}, ret;
	u32 i, n = 0;
	bool users;

	for (i = 1; i < dc->nwords; i += words_of(dc->words[i])) {
		v[n] = get(call, &dc->words[i], &v[n + 1]);
		n += values_of(dc->words[i]);
	}
	users = check_users(call, dc, v);
	if (mdrv_downcall_enter(call))
		return call->error;
	ret = dc->callee(call, v);
	mdrv_downcall_leave(call);
	if (call->error)
		return call->error;
	if (users)
		note_users(call, dc, v);
	put(call, dc->words[0], &ret);
	put_results(call, dc, v);
	return 0;
}

/* A result may be NULL or ERR_PTR: the kernel half knows what to do then. */
static u64 result_of(struct mdrv_call *call, u32 word, u64 failure)
{
	u64 ret;

	word |= pass_of(word) == MDRV_PASS_PTR ? (MDRV_NULLABLE | MDRV_ERRABLE) << 4 : 0;
	word |= pass_of(word) == MDRV_PASS_STR ? MDRV_NULLABLE << 4 : 0;
	ret = get(call, &word, NULL);
	return call->error ? failure : ret;
}

static void put_arguments(struct mdrv_call *call, const struct mdrv_upcall *up, const u64 *v)
{
	const u64 *at = v;
	u32 i;

	for (i = 1; i < up->nwords; i += words_of(up->words[i])) {
		if (pass_of(up->words[i]) == MDRV_PASS_USER)
			mdrv_put_user(call, *at, user_length(&up->words[i], v, MDRV_USER_SPAN));
		else
			put(call, up->words[i], at);
		at += values_of(up->words[i]);
	}
}

static u64 run(struct mdrv_driver *drv, u32 func, u64 failure, void (*torn)(const u64 *v),
	       const u64 *v)
{
	const struct mdrv_upcall *up = &drv->plan->upcalls[func];
	const void *owner = up->owner == MDRV_NO_OWNER ? NULL : (void *)(uintptr_t)v[up->owner];
	bool again = false;
	struct mdrv_call call;
	u64 ret;

	do {
		ret = failure;
		if (mdrv_upcall_begin(&call, drv, func, owner))
			return failure;
		put_arguments(&call, up, v);
		if (!mdrv_upcall_run(&call)) {
			if (!call.failed)
				mdrv_must_hold(&call, v);
			ret = result_of(&call, up->words[0], failure);
		}
		mdrv_upcall_end(&call);
	} while (mdrv_upcall_again(&call, &again));
	if (call.broken && torn)
		torn(v);
	return ret;
}

static void take_values(const struct mdrv_driver *drv, u32 func, va_list args, u64 *v)
{
	const struct mdrv_upcall *up = &drv->plan->upcalls[func];
	u32 i, j;

	for (i = 1; i < up->nwords; i += words_of(up->words[i])) {
		for (j = values_of(up->words[i]); j; j--)
			*v++ = va_arg(args, u64);
	}
}

u64 mdrv_upcall_torn(struct mdrv_driver *drv, u32 func, u64 failure,
		     void (*torn)(const u64 *v), ...)
{
	u64 v[MDRV_VALUES_MAX];
	va_list args;

	va_start(args, torn);
	take_values(drv, func, args, v);
	va_end(args);
	return run(drv, func, failure, torn, v);
}
EXPORT_SYMBOL_GPL(mdrv_upcall_torn);

u64 mdrv_upcall(struct mdrv_driver *drv, u32 func, u64 failure, ...)
{
	u64 v[MDRV_VALUES_MAX];
	va_list args;

	va_start(args, failure);
	take_values(drv, func, args, v);
	va_end(args);
	return run(drv, func, failure, NULL, v);
}
EXPORT_SYMBOL_GPL(mdrv_upcall);

bool mdrv_is_short(struct mdrv_call *call, const void *buf, u64 len, u64 least)
{
	if (len >= least)		/* NULL is of no bytes */
		return false;
	mdrv_bad(call, "bad buffer length");
	return true;
}
EXPORT_SYMBOL_GPL(mdrv_is_short);
