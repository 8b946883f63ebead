/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Calls as the kernel half describes them and mdrv.ko carries them out: a result and
 * arguments, each of them a few words; their values are u64, in the order of the words.
 *
 *	word	bits 0-3 enum mdrv_pass, 4-7 flags, 16-31 record number
 *		A VOID argument has a value that does not cross. SETS, of downcalls, is the
 *		address of a pointer that the callee sets, to an object of the record. It has
 *		two values: the address, of the second one, or NULL.
 *	then	INT that is MDRV_BOUNDED: the most that it may be
 *		BUF: the least length, in bytes. It has two values: address and length.
 *		USER, an address of the calling process: one more than the number of the
 *		value that is its length, in bytes; 0 if none is
 *		FN: a set of functions, low word first, see MDRV_FNS_TYPED; 0 for any
 */
#ifndef _MDRV_DESCRIBE_H
#define _MDRV_DESCRIBE_H

enum mdrv_pass {
	MDRV_PASS_VOID, MDRV_PASS_INT, MDRV_PASS_PTR, MDRV_PASS_STR, MDRV_PASS_FN, MDRV_PASS_BUF,
	MDRV_PASS_USER, MDRV_PASS_SETS,
};

#define MDRV_NULLABLE	1	/* PTR, FN, STR and SETS: NULL is a legal argument here */
#define MDRV_ERRABLE	2	/* PTR: so is ERR_PTR */
#define MDRV_BOUNDED	1	/* INT: would crash or hang the callee if it were more */
				/* BUF: MDRV_R: contents come with the call; MDRV_W: go back */
#define MDRV_NULL_BUF	4	/* BUF: NULL is legal; else it is one of no bytes */

#define MDRV_VALUES_MAX	24

/* Generated functions: what they call can be traced, and takes much longer. */
#define MDRV_GLUE	__cold notrace

#define MDRV_WORD(pass, flags, record) \
	(MDRV_PASS_##pass | (flags) << 4 | (u32)MDRV_REC_##record << 16)
#define MDRV_NOTHING			MDRV_WORD(VOID, 0, VOID)
#define MDRV_AN_INT			MDRV_WORD(INT, 0, VOID)
#define MDRV_AN_INT_TO(most)		MDRV_WORD(INT, MDRV_BOUNDED, VOID), MDRV_FITTING(most)
#define MDRV_A_PTR(record, flags)	MDRV_WORD(PTR, flags, record)
#define MDRV_SETS(record, flags)	MDRV_WORD(SETS, flags, record)
#define MDRV_A_STR			MDRV_WORD(STR, 0, VOID)
#define MDRV_A_STR_OR_NULL		MDRV_WORD(STR, MDRV_NULLABLE, VOID)
#define MDRV_A_USER(length)		MDRV_WORD(USER, 0, VOID), (length)
#define MDRV_A_FN(fits, flags)		MDRV_WORD(FN, flags, VOID), (u32)(fits), \
					(u32)((u64)(fits) >> 32)
#define MDRV_A_BUF(access, least)	MDRV_WORD(BUF, access, VOID), MDRV_FITTING(least)

/* A bound that a word can hold. */
#define MDRV_FITTING(n)		((u32)(n) + 0 * sizeof(struct { \
	_Static_assert((u64)(n) <= U32_MAX, "beyond what a description can say: " #n); int ok; }))
#define MDRV_NWORDS(...)	(sizeof((u32[]){ __VA_ARGS__ }) / sizeof(u32))

/* Such a set of functions: function @n of the plan, if it is what @type points at. */
#define MDRV_FIT(n, type, fn)	((u64)__builtin_types_compatible_p(type, typeof(&(fn))) << (n))

#define MDRV_DC_ACQUIRES	1	/* may log one acquisition */
#define MDRV_DC_PRINTS		2	/* its strings live for the call only */
#define MDRV_DC_TIMED		4	/* sleeps as long as the user half says: its time */

/**
 * struct mdrv_downcall - a function that the user half may call in the kernel
 * @callee:	calls it by name with the values, which have been checked; the monitor is
 *		released. Its result counts for nothing if the call has failed by then.
 * @flags:	MDRV_DC_*
 * @nwords:	how many words
 * @words:	its result, then its arguments
 */
struct mdrv_downcall {
	u64 (*callee)(struct mdrv_call *mdrv_call, const u64 *mdrv_v);
	u16 flags;
	u16 nwords;
	u32 words[];
};

/* MDRV_DOWNCALL(name, flags, result, argument...) { the callee's body } */
#define MDRV_DOWNCALL(fn, flags_, ...) \
	static u64 MDRV_GLUE mdrv_do_##fn(struct mdrv_call *mdrv_call, const u64 *mdrv_v); \
	const struct mdrv_downcall mdrv_dc_##fn = { \
		.callee = mdrv_do_##fn, .flags = flags_, \
		.nwords = MDRV_NWORDS(__VA_ARGS__), .words = { __VA_ARGS__ } }; \
	static_assert(MDRV_NWORDS(__VA_ARGS__) <= MDRV_VALUES_MAX); \
	static u64 MDRV_GLUE mdrv_do_##fn(struct mdrv_call *mdrv_call, const u64 *mdrv_v)

/* In it, value @n as a number and as a pointer; and either as a value. */
#define MDRV_N(n, type)		((type)mdrv_v[n])
#define MDRV_P(n, type)		((type)(uintptr_t)mdrv_v[n])
#define MDRV_VN(number)		((u64)(number))
#define MDRV_VP(pointer)	((u64)(uintptr_t)(pointer))

/* A pointer of SETS that nothing has been stored in, and one in which that counts for nothing. */
#define MDRV_UNSET	((void *)-4096L)

static inline void mdrv_unset(void *set)
{
	void **pointer = set;

	if (pointer && *pointer)
		*pointer = MDRV_UNSET;
}

/* MDRV_UNDO(class, keys, scoped, what undoes it, given the values logged) */
#define MDRV_UNDO(class_, keys_, scoped_, ...) \
	static void MDRV_GLUE mdrv_undo_run_##class_(const u64 *mdrv_v) { __VA_ARGS__; } \
	const struct mdrv_undo_op mdrv_undo_##class_ = { \
		.undo = mdrv_undo_run_##class_, .keys = keys_, .scoped = scoped_ }
/* The same where value @freed is memory that is given back. */
#define MDRV_UNDO_FREES(class_, keys_, freed, ...) \
	static void MDRV_GLUE mdrv_undo_run_##class_(const u64 *mdrv_v) { __VA_ARGS__; } \
	const struct mdrv_undo_op mdrv_undo_##class_ = { \
		.undo = mdrv_undo_run_##class_, .keys = keys_, .frees = (freed) + 1 }
/* The same (@freed: -1, none) where a callback of kept code gives it back, when it may. */
#define MDRV_UNDO_LATE(class_, keys_, freed, ...) \
	static void MDRV_GLUE mdrv_undo_run_##class_(const u64 *mdrv_v) { __VA_ARGS__; } \
	const struct mdrv_undo_op mdrv_undo_##class_ = { \
		.undo = mdrv_undo_run_##class_, .keys = keys_, .frees = (freed) + 1, \
		.late = true }

/* Is a mutex held by this thread? The owner is in its word, above three flags. */
#ifdef CONFIG_PREEMPT_RT
#define MDRV_IS_MINE(lock)	mutex_is_locked(lock)	/* there it is no word */
#else
#define MDRV_IS_MINE(lock)	((atomic_long_read(&(lock)->owner) & ~7L) == (long)current)
#endif

/* Does @at point into a variable? */
#define MDRV_IN(at, variable)	((uintptr_t)(at) - (uintptr_t)&(variable) < sizeof(variable))

/* The parts of an upcall in the tables of a kernel half. */
#define MDRV_ALLOW(fn, ...)	static const u16 mdrv_allowed_##fn[] = { __VA_ARGS__ }
#define MDRV_PASSES(fn, ...) \
	static_assert(MDRV_NWORDS(__VA_ARGS__) <= MDRV_VALUES_MAX); \
	static const u32 mdrv_passes_##fn[] = { __VA_ARGS__ }
/* ... and what it does before it succeeds: MDRV_MUST(fn, MDRV_MADE(call), ...) */
#define MDRV_MUST(fn, ...)	static const struct mdrv_must mdrv_must_##fn[] = { __VA_ARGS__ }; \
	static_assert(MDRV_COUNT(mdrv_must_##fn) <= MDRV_MUST_MAX)
#define MDRV_MADE(call)		{ .what = MDRV_DC_##call }
#define MDRV_SET(value_, name, field_) \
	{ .what = MDRV_RIGHTS + MDRV_REC_##name, .field = field_, .value = value_ }
#define MDRV_MUSTS(fn)		.must = mdrv_must_##fn, .nmust = MDRV_COUNT(mdrv_must_##fn)
#define MDRV_UPCALL(fn, mode_, owner_, ...) \
	{ .mode = MDRV_##mode_, .owner = owner_, \
	  .allowed = mdrv_allowed_##fn, .nallowed = MDRV_COUNT(mdrv_allowed_##fn), \
	  .words = mdrv_passes_##fn, .nwords = MDRV_COUNT(mdrv_passes_##fn), ##__VA_ARGS__ }

/**
 * mdrv_upcall() - all of an upcall that is described
 * @drv:	the kernel half
 * @func:	number of the upcall in the plan
 * @failure:	what it comes to without an answer
 *
 * What follows are its values, u64 each, as many as its words tell.
 * Context: as mdrv_upcall_begin(). Return: its result, or @failure.
 */
u64 mdrv_upcall(struct mdrv_driver *drv, u32 func, u64 failure, ...);

/* The same; @torn is called if the user half has given things up and died: mdrv_netdev_lost(). */
u64 mdrv_upcall_torn(struct mdrv_driver *drv, u32 func, u64 failure,
		     void (*torn)(const u64 *mdrv_v), ...);

#endif /* _MDRV_DESCRIBE_H */
