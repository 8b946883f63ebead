/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The split plan of a microdriver without a device, written by hand: what both
 * halves of the benchmark and of the runtime's tests share. In a split driver
 * the code generator writes the like of this file.
 */
#ifndef RPC_PLAN_H
#define RPC_PLAN_H

#ifndef __KERNEL__
#include <stddef.h>
#endif
#include <mdrv_plan.h>

#define RPC_NAME	"mdrv_rpc"
#define RPC_HASH	"7270637270637270637270637270637270637270637270637270637270637270"

/*
 * What WRITE finds (RPC_IN) and leaves (RPC_OUT) in a peer:
 *	field		RPC_IN				RPC_OUT
 *	name		"peer-in"			"peer-out"
 *	state		record with value[i] = 10 + i	&peer->inner
 *	cookie		some handle, not NULL		peer itself
 *	fn		rpc_first			rpc_second
 *	mac		2:0:0:0:0:1			byte i is 0x10 + i
 *	low, high	5, 17				2, 30
 *	queue[i]	i + 1				1000 + i
 *	delta		-7				not touched
 *	inner.value[i]	100 + i				200 + i
 *	block		RPC_BLOCK * 2 zero bytes	RPC_BLOCK further on
 * The record that state pointed at gets value[0] = 99.
 */
#define RPC_FIELDS	8
#define RPC_PAYLOAD	4096
#define RPC_BLOCK	64		/* kept code uses so much behind peer->block */

/* Eight plain integers: the benchmark's "8 changed fields"; also the global. */
struct rpc_state {
	__u32 value[RPC_FIELDS];
};

/* One field of every kind, and an array and an embedded record. */
struct rpc_peer {
	const char *name;		/* STR */
	struct rpc_state *state;	/* PTR, followed */
	void *cookie;			/* PTR to void, not followed */
	int (*fn)(int);			/* FN */
	__u8 mac[6];			/* BYTES */
	__u8 low:3;			/* BITS */
	__u8 high:5;			/* BITS */
	__u16 queue[4];			/* INT, array */
	__s32 delta;			/* INT, read only for the user half */
	__u32 secret;			/* in no access set */
	struct rpc_state inner;		/* place 1 */
	__u8 *block;			/* PTR to bytes */
};

enum { RPC_REC_VOID, RPC_REC_STATE, RPC_REC_PEER, RPC_NRECORDS };

/*
 * Upcalls: arguments -> result.
 *	NULL	()			-> nothing
 *	FIELDS	(ptr STATE)		-> int: sum of its values
 *	NESTED	(int n)			-> int: result of one ECHO downcall with n
 *	PAYLOAD	(buf R, int len)	-> int: sum of its bytes
 *	FILL	(buf W, int len)	-> nothing: byte i becomes (i * 7) & 0xff
 *	WRITE	(ptr PEER)		-> int: 0, or the number of the first field
 *			(RPC_F_*, plus one) that is not as RPC_IN says; then sets
 *			all but delta as RPC_OUT says
 *	RECURSE	(int n)			-> int: n ? 1 + downcall RECURSE(n - 1) : 0
 *	STRING	(str)			-> int: result of downcall STRING with the same
 *	ALLOC	()			-> ptr STATE: mdrv_alloc'ed, value[i] = i + 1
 *	FREE	(ptr STATE)		-> nothing: mdrv_free
 *	BUFFER	(int len)		-> int: sends bytes i & 0xff through downcall
 *			BUFFER, which adds one to each; 0 when all came back so
 *	HELD	(int n, int how)	-> int: ACQUIRE(1) ... ACQUIRE(n), then ends
 *			as @how says (enum rpc_how)
 *	DROP	(int n)			-> int: RELEASE(1) ... RELEASE(n)
 *	GLOBAL	()			-> int: sum of rpc_global's values; adds 1 to each
 *	SLEEP	(int ms)		-> int: downcall SLEEP(ms)
 *	LIE	(ptr PEER, int lie)	-> int 0, after breaking the contract as @lie says
 */
enum {
	RPC_UP_NULL,
	RPC_UP_FIELDS,
	RPC_UP_NESTED,
	RPC_UP_PAYLOAD,
	RPC_UP_FILL,
	RPC_UP_WRITE,
	RPC_UP_RECURSE,
	RPC_UP_STRING,
	RPC_UP_ALLOC,
	RPC_UP_FREE,
	RPC_UP_BUFFER,
	RPC_UP_HELD,
	RPC_UP_DROP,
	RPC_UP_GLOBAL,
	RPC_UP_SLEEP,
	RPC_UP_LIE,
	RPC_NUPCALLS
};

enum rpc_how { RPC_RETURN, RPC_DIE, RPC_HANG, RPC_FAIL };

enum rpc_lie {
	RPC_LIE_NONE,
	RPC_LIE_NULL,		/* peer->state = NULL, which no code tests for */
	RPC_LIE_NULL_STRING,	/* peer->name = NULL */
	RPC_LIE_NULL_FN,	/* peer->fn = NULL */
	RPC_LIE_ERR,		/* peer->block = ERR_PTR(-EIO) */
	RPC_LIE_SHORT,		/* peer->block with less than RPC_BLOCK bytes behind it */
	RPC_LIE_SMALLER,	/* peer->cookie, a record, becomes a smaller one */
	RPC_LIE_ALLOC,		/* allocates a record that no code of it allocates */
	RPC_LIE_FREE_USED,	/* frees peer->state and leaves the pointer: it is taken */
	RPC_LIE_FREE_ASLEEP,	/* the same, and is in the kernel for a while then */
	RPC_NLIES
};

/*
 * Downcalls: arguments -> result.
 *	ECHO	(int n)			-> int: n + 1
 *	RECURSE	(int n)			-> int: upcall RECURSE(n)
 *	STRING	(str)			-> int: its length
 *	BUFFER	(buf RW)		-> nothing, bufresult: each byte plus one
 *	ACQUIRE	(int n)			-> nothing: logs an acquisition
 *	RELEASE	(int n)			-> nothing: forgets it
 *	SLEEP	(int ms)		-> int 0: msleep
 */
enum {
	RPC_DC_ECHO,
	RPC_DC_RECURSE,
	RPC_DC_STRING,
	RPC_DC_BUFFER,
	RPC_DC_ACQUIRE,
	RPC_DC_RELEASE,
	RPC_DC_SLEEP,
	RPC_NDOWNCALLS
};

/* Functions that cross as pointers: the kernel half's; stubs in the user half. */
enum { RPC_FN_FIRST, RPC_FN_SECOND, RPC_NFNS };

/* One global: struct rpc_state rpc_global. */
enum { RPC_GLOBAL_STATE, RPC_NGLOBALS };

static const struct mdrv_field rpc_state_fields[] = {
	MDRV_FIELDS(struct rpc_state, value, value[0], RPC_FIELDS, INT, RW, 4),
};

static const struct mdrv_record rpc_state_record = {
	MDRV_NAMED("struct rpc_state") .size = sizeof(struct rpc_state), .plain = 1,
	MDRV_HAS(rpc_state_fields),
};

MDRV_BITS_OF(rpc_low, ((struct rpc_peer *)rec)->low)
MDRV_BITS_OF(rpc_high, ((struct rpc_peer *)rec)->high)

enum {
	RPC_F_NAME, RPC_F_STATE, RPC_F_COOKIE, RPC_F_FN, RPC_F_MAC, RPC_F_LOW,
	RPC_F_HIGH, RPC_F_QUEUE, RPC_F_DELTA, RPC_F_INNER, RPC_F_BLOCK, RPC_NPEERFIELDS
};

static const struct mdrv_field rpc_peer_fields[] = {
	[RPC_F_NAME] = MDRV_FIELD(struct rpc_peer, name, STR, RW, 8),
	[RPC_F_STATE] = MDRV_FIELD(struct rpc_peer, state, PTR, RW, 8, .target = RPC_REC_STATE,
				   .follow = 1),
	[RPC_F_COOKIE] = MDRV_FIELD(struct rpc_peer, cookie, PTR, RW, 8, .target = MDRV_REC_VOID),
	[RPC_F_FN] = MDRV_FIELD(struct rpc_peer, fn, FN, RW, 8),
	[RPC_F_MAC] = MDRV_FIELD(struct rpc_peer, mac, BYTES, RW, 6),
	[RPC_F_LOW] = MDRV_BITFIELD("rpc_peer.low", RW, rpc_low),
	[RPC_F_HIGH] = MDRV_BITFIELD("rpc_peer.high", RW, rpc_high),
	[RPC_F_QUEUE] = MDRV_FIELDS(struct rpc_peer, queue, queue[0], 4, INT, RW, 2),
	[RPC_F_DELTA] = MDRV_FIELD(struct rpc_peer, delta, INT, R, 4),
	[RPC_F_INNER] = MDRV_FIELDS(struct rpc_peer, inner.value, inner.value[0], RPC_FIELDS, INT,
				    RW, 4),
	[RPC_F_BLOCK] = MDRV_FIELD(struct rpc_peer, block, PTR, RW, 8, .target = MDRV_REC_BYTES,
				   .follow = 1, .blank = MDRV_BLANK_NULL | MDRV_BLANK_SMALLER,
				   .least = RPC_BLOCK),
};

static const struct mdrv_record rpc_peer_record = {
	MDRV_NAMED("struct rpc_peer") .size = sizeof(struct rpc_peer),
	MDRV_HAS(rpc_peer_fields), .nplaces = 1, .places = {
		{ .record = RPC_REC_STATE, .count = 1, .offset = offsetof(struct rpc_peer, inner),
		  .stride = sizeof(struct rpc_state) },
	},
};

static const struct mdrv_record *const rpc_records[RPC_NRECORDS] = {
	[RPC_REC_STATE] = &rpc_state_record,
	[RPC_REC_PEER] = &rpc_peer_record,
};

#endif /* RPC_PLAN_H */
