/* SPDX-License-Identifier: GPL-2.0-only WITH Linux-syscall-note */
/*
 * The split plan as both runtimes read it. Generated code fills one struct
 * mdrv_plan per half; numbers (of records, fields, places, functions, globals,
 * upcalls, downcalls) agree between the halves because the interface hash does,
 * offsets and sizes are each half's own.
 */
#ifndef _UAPI_MDRV_PLAN_H
#define _UAPI_MDRV_PLAN_H

#include "mdrv.h"

/*
 * Names are for people. The user half prints them; the kernel half, which defines
 * MDRV_NAMELESS, does without: plan.json has the numbers that its messages give.
 */
#ifdef MDRV_NAMELESS
#define MDRV_NAMED(text)
#else
#define MDRV_NAMED(text)	.name = text,
#endif

enum mdrv_kind {
	MDRV_INT,		/* 1, 2, 4 or 8 bytes: one __u64 on the wire */
	MDRV_BITS,		/* bitfield: goes through get() and set() */
	MDRV_BYTES,		/* plain data of @size bytes, compared whole */
	MDRV_PTR,		/* pointer to @target */
	MDRV_STR,		/* const char *: NUL-terminated */
	MDRV_FN,		/* pointer to function */
};

/* What a pointer field may be set to besides something valid. */
#define MDRV_BLANK_NULL		1
#define MDRV_BLANK_ERR		2	/* ERR_PTR */
#define MDRV_BLANK_RAW		4	/* a small integer */
/*
 * The plan knows how much memory must be behind the pointer. Without it what is
 * stored must be of the kind of what was there, if anything, and no smaller.
 */
#define MDRV_BLANK_SMALLER	8
/* INT: @least is the most that may be stored, since the user half's code stores no more. */
#define MDRV_BLANK_MOST		8

/**
 * struct mdrv_field - one field of a record that the user half touches, as it is stored
 * @name:	"struct record.path", for messages
 * @kind:	enum mdrv_kind
 * @access:	MDRV_R | MDRV_W as the user half uses it. The kernel sends all
 *		fields (a written one needs a base to be compared with) and
 *		accepts only those with MDRV_W.
 * @follow:	PTR: the user half looks behind the pointer, so its target is
 *		tracked too; otherwise a handle suffices
 * @blank:	PTR, STR and FN with MDRV_W, in the kernel half: MDRV_BLANK_*, what
 *		may be stored besides something valid, and what was there before;
 *		INT: MDRV_BLANK_MOST
 * @count:	elements; 1 for a scalar
 * @target:	PTR: record number of what it points at, MDRV_REC_VOID,
 *		or MDRV_REC_BYTES. BYTES: 1 if there must be a NUL in it
 * @expects:	PTR to MDRV_REC_VOID: record number of what may be stored, or
 *		MDRV_REC_VOID if that is not known
 * @offset:	bytes from the start of the record
 * @size:	INT, BYTES: bytes of one element
 * @length:	PTR to MDRV_REC_BYTES: size of the buffer, in bytes
 * @step:	FN: bytes between elements
 * @stride:	INT, BYTES, PTR, STR: bytes between elements
 * @least:	PTR to MDRV_REC_BYTES or MDRV_REC_VOID: bytes that there must be
 *		behind what is stored, see MDRV_BLANK_SMALLER
 * @fits:	FN, in the kernel half: which functions of the plan have its type,
 *		see MDRV_FNS_TYPED
 * @bits:	BITS: assigns @value, unless that is NULL, and returns what is there
 *
 * There are many of them: small, so that the runtimes look at a struct mdrv_view.
 */
struct mdrv_field {
#ifndef MDRV_NAMELESS
	const char *name;
#endif
	__u32 kind : 4;
	__u32 access : 2;
	__u32 follow : 1;
	__u32 blank : 4;
	__u32 count : 21;
	__u16 target;
	__u16 expects;
	__u32 offset;
	union {
		__u32 size;
		__u32 length;
		__u32 step;
	};
	union {
		struct {
			__u32 stride;
			__u32 least;
		};
		__u64 fits;
		__u64 (*bits)(void *rec, const __u64 *value);
	};
};

/* @have, which must be what the plan was made with. */
#define MDRV_SAME(have, want)	((have) + 0 * sizeof(struct { \
	_Static_assert((have) == (want), "not what the plan says: " #have); int same; }))
#define MDRV_OF(type, path)	(((type *)0)->path)

/*
 * Rows of a table of fields: a value somewhere, and one in each element of an
 * array. @want is the size the plan has for it, and @n the number of elements.
 */
#define MDRV_ROW(text, kind_, access_, at, bytes, n, step_, ...) { \
	MDRV_NAMED(text) .kind = MDRV_##kind_, .access = MDRV_##access_, \
	.offset = at, .count = n, MDRV_SHAPE_##kind_(bytes, step_), ##__VA_ARGS__ }
#define MDRV_SHAPE_INT(bytes, step_)	.size = bytes, .stride = step_
#define MDRV_SHAPE_BYTES(bytes, step_)	.size = bytes, .stride = step_
#define MDRV_SHAPE_PTR(bytes, step_)	.stride = (step_) + 0 * (bytes)
#define MDRV_SHAPE_STR(bytes, step_)	.stride = (step_) + 0 * (bytes)
#define MDRV_SHAPE_FN(bytes, step_)	.step = (step_) + 0 * (bytes)
#define MDRV_VALUE(at, value, kind, access, want, ...) \
	MDRV_ROW(#value, kind, access, at, MDRV_SAME(sizeof(value), want), 1, want, \
		 ##__VA_ARGS__)
#define MDRV_VALUES(at, array, value, n, kind, access, want, ...) \
	MDRV_ROW(#value, kind, access, at, MDRV_SAME(sizeof(value), want), \
		 MDRV_SAME(sizeof(array) / sizeof((array)[0]), n), sizeof((array)[0]), \
		 ##__VA_ARGS__)

/* The same in a record, and in the private area that begins at @base of one. */
#define MDRV_FIELD(type, path, kind, access, want, ...) \
	MDRV_ROW(#type "." #path, kind, access, offsetof(type, path), \
		 MDRV_SAME(sizeof(MDRV_OF(type, path)), want), 1, want, ##__VA_ARGS__)
#define MDRV_FIELDS(type, array, path, n, kind, access, want, ...) \
	MDRV_VALUES(offsetof(type, path), MDRV_OF(type, array), MDRV_OF(type, path), n, \
		    kind, access, want, ##__VA_ARGS__)
#define MDRV_TAIL(base, type, path, kind, access, want, ...) \
	MDRV_ROW(#type "." #path, kind, access, (base) + offsetof(type, path), \
		 MDRV_SAME(sizeof(MDRV_OF(type, path)), want), 1, want, ##__VA_ARGS__)
#define MDRV_TAILS(base, type, array, path, n, kind, access, want, ...) \
	MDRV_VALUES((base) + offsetof(type, path), MDRV_OF(type, array), MDRV_OF(type, path), \
		    n, kind, access, want, ##__VA_ARGS__)

/* A bit-field has no address: a row for it, with the function that goes there. */
#define MDRV_BITFIELD(text, access_, fn) { \
	MDRV_NAMED(text) .kind = MDRV_BITS, .access = MDRV_##access_, .count = 1, .bits = fn }
#define MDRV_BITS_OF(fn, member) \
	static __u64 fn(void *rec, const __u64 *value) \
	{ \
		if (value) \
			member = *value; \
		return member; \
	}

/**
 * struct mdrv_place - a sub-object that a pointer may point at
 * @record:	its record number
 * @count:	elements, if it is an array of records; else 1
 * @offset:	bytes from the start of the enclosing record
 * @stride:	bytes between them
 * @name:	kernel half with lockdep, which defines MDRV_LOCKDEP: "record.path"
 * @class:	the same: of the locks there, if that is what @record is
 *
 * Place 0 of every record is the record itself, and not stored: see mdrv_place().
 * Places nest: all sub-objects at any depth stand in the list of the outermost record.
 */
struct mdrv_place {
	__u16 record;
	__u16 count;
	__u32 offset;
	__u32 stride;
#ifdef MDRV_LOCKDEP
	const char *name;
	struct lock_class_key class;
#endif
};

#ifdef MDRV_LOCKDEP
#define MDRV_CLASS(text)	.name = text,
#else
#define MDRV_CLASS(text)
#endif

#define MDRV_SPOT(text, ident, at, n, step) { MDRV_CLASS(text) \
	.record = MDRV_REC_##ident, .count = n, .offset = at, .stride = step }
#define MDRV_PLACE(ident, at, n, step)	MDRV_SPOT(#at, ident, at, n, step)
/* A variable, or an element of one; a member of a record, and of its private area at @base. */
#define MDRV_WHOLE(ident, at, value, n)	MDRV_SPOT(#value, ident, at, n, sizeof(value))
#define MDRV_PART(ident, type, path, n) \
	MDRV_SPOT(#type "." #path, ident, offsetof(type, path), n, sizeof(MDRV_OF(type, path)))
#define MDRV_TAIL_PART(ident, base, type, path, n) \
	MDRV_SPOT(#type "." #path, ident, (base) + offsetof(type, path), n, \
		  sizeof(MDRV_OF(type, path)))

/**
 * struct mdrv_enclosure - a member that a pointer to its type leads to the whole of
 * @record:	the member's record number
 * @offset:	where it is in the enclosing record
 * @test:	does the pointer point at such a member? NULL: always
 */
struct mdrv_enclosure {
	__u32 record;
	__u32 offset;
	int (*test)(const void *ptr);
};

/* Those of one record; in the kernel half only. */
struct mdrv_within {
	__u32 record;
	__u32 count;
	const struct mdrv_enclosure *list;
};

/**
 * struct mdrv_part - fields of a record that are those of another, which lies in it
 * @first:	number of the first of them
 * @record:	the other one's number: all of its fields
 * @at:		where it begins
 */
struct mdrv_part {
	__u16 first;
	__u16 record;
	__u32 at;
};

/**
 * struct mdrv_record - a type whose objects are tracked
 * @name:	"struct net_device"; with a private area "struct net_device + struct x"
 * @size:	bytes, private area included
 * @base:	number of the record that this one extends by a private area, or 0.
 *		A pointer to the base may point at an object of this record.
 * @nfields:	fields at any depth: rows of its own and those of its parts
 * @nrows:	entries in @fields
 * @nplaces:	entries in @places
 * @nparts:	entries in @parts, in ascending order
 * @plain:	a typed allocation of this record may be freed by MDRV_DC_FREE
 *
 * A record without fields is opaque: the user half may hold, compare and pass
 * pointers to it and nothing else.
 */
struct mdrv_record {
#ifndef MDRV_NAMELESS
	const char *name;
#endif
	__u32 size;
	__u16 base;
	__u16 nfields;
	__u16 nrows;
	__u16 nplaces;
	__u8 nparts;
	__u8 plain;
	const struct mdrv_field *fields;
	const struct mdrv_part *parts;
	struct mdrv_place places[];
};

#define MDRV_COUNT(array)	(sizeof(array) / sizeof((array)[0]))
#define MDRV_ROWS(list)		.nrows = MDRV_COUNT(list), .fields = list
#define MDRV_HAS(list)		.nfields = MDRV_COUNT(list), MDRV_ROWS(list)
#define MDRV_PARTS(list)	.nparts = MDRV_COUNT(list), .parts = list
#define MDRV_RECORD(ident, type, ...) \
	const struct mdrv_record mdrv_record_##ident = { \
		MDRV_NAMED(#type) .size = sizeof(type), ##__VA_ARGS__ }

/*
 * In a set of functions, bit n for function n: the set is meant. Without it any
 * function will do, as will those from number 63 on.
 */
#define MDRV_FNS_TYPED		(1ULL << 63)

/* A function that crosses as a pointer. */
struct mdrv_fn {
#ifndef MDRV_NAMELESS
	const char *name;
#endif
	void *addr;
};

#define MDRV_FUNCTION(text, fn)	{ MDRV_NAMED(text) .addr = (void *)(fn) }

/**
 * struct mdrv_global - a global of the driver, tracked for the whole session
 * @name:	its name in the source
 * @addr:	where this half has it
 * @record:	its record (one with a single field for a scalar), or
 *		MDRV_REC_BYTES for data that only its address matters of
 * @size:	bytes
 */
struct mdrv_global {
#ifndef MDRV_NAMELESS
	const char *name;
#endif
	void *addr;
	__u32 record;
	__u32 size;
};

#define MDRV_GLOBAL(text, where, record_, bytes) \
	{ MDRV_NAMED(text) .addr = (void *)&(where), .record = record_, .size = bytes }

struct mdrv_call;

/**
 * enum mdrv_mode - what becomes of an upcall's acquisitions without a user half
 * @MDRV_PLAIN:		kept: they are undone when their owner goes
 * @MDRV_UNDO:		all or nothing: when the upcall is torn (its user half
 *			died, hung or was refused), what it acquired is undone
 * @MDRV_RELEASE:	the end of its owner: torn, or without a user half, the
 *			kernel undoes all that the owner still holds
 */
enum mdrv_mode { MDRV_PLAIN, MDRV_UNDO, MDRV_RELEASE };

/**
 * struct mdrv_must - what an upcall has done when it returns anything but an error
 * @what:	number of a downcall; or MDRV_RIGHTS + record: of what value @value points at,
 *		field @field is a pointer that is not NULL
 */
struct mdrv_must {
	__u16 what;
	__u16 field;
	__u16 value;
};

#define MDRV_MUST_MAX		64	/* for one upcall: a bit each */

/**
 * struct mdrv_upcall - a function of the user half that the kernel half calls
 * @name:	its name in the source
 * @handler:	user half: decodes, calls, encodes the result
 * @allowed:	kernel half: numbers of the downcalls its closure can make, then the
 *		records it allocates, then whether it frees memory: in ascending order
 * @nallowed:	how many
 * @words:	kernel half: its result and arguments, see <mdrv/describe.h>
 * @nwords:	how many
 * @must:	kernel half: what it does before it succeeds
 * @nmust:	how many
 * @owner:	kernel half: the value that owns what it acquires, or MDRV_NO_OWNER
 * @mode:	enum mdrv_mode
 * @flags:	kernel half: MDRV_REPEATABLE, what it has begun may be begun once more by
 *		another user half: nothing that it does meanwhile makes a difference
 */
struct mdrv_upcall {
#ifndef MDRV_NAMELESS
	const char *name;
#endif
	union {
		int (*handler)(struct mdrv_call *call);
		const __u16 *allowed;
	};
	const __u32 *words;
	const struct mdrv_must *must;
	__u16 nallowed;
	__u16 nwords;
	__u8 nmust;
	__u8 owner;
	__u8 mode;
	__u8 flags;
};

#define MDRV_REPEATABLE	1

#define MDRV_NO_OWNER	0xff

/* Rights in @allowed beside the numbers of downcalls, which are smaller. */
#define MDRV_RIGHTS		0x8000
#define MDRV_MAY_ALLOC_BYTES	0xfeff
#define MDRV_MAY_ALLOC(record)	(MDRV_RIGHTS + (record))
#define MDRV_MAY_FREE		MDRV_DC_FREE

/* A row of the user half's table; those of the kernel half are in <mdrv/describe.h>. */
#define MDRV_HANDLER(fn, mode_) \
	{ .name = #fn, .handler = mdrv_h_##fn, .mode = MDRV_##mode_ }

struct mdrv_downcall;			/* <mdrv/describe.h> */

/**
 * struct mdrv_site - a memory allocation of the user half
 * @file:	base name of the source file
 * @line:	line of the call
 * @record:	what is allocated there
 */
struct mdrv_site {
	const char *file;
	__u32 line;
	__u32 record;
};

/* All tables of one half. Record 0 is void; the other tables start at 0. */
struct mdrv_plan {
	const char *name;	/* driver, as its module is called */
	const char *hash;	/* interface hash */
	__u32 abi;		/* MDRV_ABI */
	__u32 nrecords;
	__u32 nfns;
	__u32 nglobals;
	__u32 nupcalls;
	__u32 ndowncalls;
	__u32 nsites;
	__u32 device;		/* record of struct device if managed memory is allocated, or 0 */
	const struct mdrv_record *const *records;
	const struct mdrv_fn *fns;
	const struct mdrv_global *globals;
	const struct mdrv_upcall *upcalls;
	__u32 nwithin;
	const struct mdrv_within *within;	/* kernel half only, as what follows */
	const struct mdrv_downcall *const *downcalls;
	const char *const *downcall_names;	/* user half only, as what follows */
	const struct mdrv_site *sites;
};

/* Place @n of a record, up to and including @nplaces. */
static inline struct mdrv_place mdrv_place(const struct mdrv_record *rec, __u32 n)
{
	if (n)
		return rec->places[n - 1];
	return (struct mdrv_place){ .count = 1, .stride = rec->size };
}

/* A field as the runtimes look at it: wherever it is stored, all its numbers. */
struct mdrv_view {
	const char *name;	/* NULL in the kernel half */
	__u32 kind;
	__u32 access;
	__u32 follow;
	__u32 blank;
	__u32 count;
	__u32 target;
	__u32 expects;
	__u32 offset;		/* from the start of the whole record */
	__u32 size;
	__u32 stride;
	__u32 length;
	__u32 least;
	__u64 fits;
	__u32 part;		/* BITS: where what @bits takes begins */
	__u64 (*bits)(void *rec, const __u64 *value);
};

/* The row of field @n, which must be less than nfields; @at: where what it is in begins. */
static inline const struct mdrv_field *mdrv_row(const struct mdrv_plan *plan,
						const struct mdrv_record *rec, __u32 n, __u32 *at)
{
	__u32 i = 0, before = 0;

	*at = 0;
	while (i < rec->nparts && n >= rec->parts[i].first) {
		const struct mdrv_part *part = &rec->parts[i++];
		const struct mdrv_record *inner = plan->records[part->record];

		if (n - part->first >= inner->nfields) {
			before += inner->nfields;
			continue;
		}
		n -= part->first;
		*at += part->at;
		rec = inner;
		i = before = 0;
	}
	return &rec->fields[n - before];
}

/* Field @n of a record, which must be less than nfields. */
static inline struct mdrv_view mdrv_view(const struct mdrv_plan *plan,
					 const struct mdrv_record *rec, __u32 n)
{
	struct mdrv_view v = { 0 };
	const struct mdrv_field *f = mdrv_row(plan, rec, n, &v.part);

#ifndef MDRV_NAMELESS
	v.name = f->name;
#endif
	v.kind = f->kind;
	v.access = f->access;
	v.follow = f->follow;
	v.blank = f->blank;
	v.count = f->count;
	v.target = f->target;
	v.expects = f->expects;
	v.offset = v.part + f->offset;
	v.size = f->kind == MDRV_INT || f->kind == MDRV_BYTES ? f->size : sizeof(void *);
	v.stride = f->kind == MDRV_FN ? f->step : f->kind == MDRV_BITS ? 0 : f->stride;
	v.length = f->kind == MDRV_PTR ? f->length : 0;
	v.least = f->kind == MDRV_PTR || f->kind == MDRV_INT ? f->least : 0;
	v.fits = f->kind == MDRV_FN ? f->fits : 0;
	v.bits = f->kind == MDRV_BITS ? f->bits : (void *)0;
	return v;
}

/* A record of integers by value, of @size_ bytes in both halves, as a number and back. */
#define MDRV_PACK(size_, ...) ({ \
	__typeof__(__VA_ARGS__) mdrv_record = __VA_ARGS__; \
	__u64 mdrv_number = 0; \
	_Static_assert(sizeof(mdrv_record) == (size_), "of another size"); \
	__builtin_memcpy(&mdrv_number, &mdrv_record, sizeof(mdrv_record)); \
	mdrv_number; })
#define MDRV_UNPACK(type_, size_, number_) ({ \
	union { __u64 number; type_ record; } mdrv_bytes = { .number = (number_) }; \
	_Static_assert(sizeof(mdrv_bytes.record) == (size_), "of another size"); \
	mdrv_bytes.record; })

#endif /* _UAPI_MDRV_PLAN_H */
