/* SPDX-License-Identifier: GPL-2.0-only WITH Linux-syscall-note */
/*
 * The wire contract between mdrv.ko and a daemon: all that the two runtimes
 * share. Generic netlink family "mdrv", one socket per session.
 *
 *   user -> kernel                          kernel -> user
 *   ATTACH   DRIVER HASH [STANDBY]          ATTACH   SESSION STANDBY
 *                                           ATTACH   SESSION HZ JIFFIES MONOTONIC
 *                                           UPCALL   CHAIN PARENT FUNC ARGS SYNC
 *   DOWNCALL CHAIN FUNC ARGS SYNC           DOWNCALL CHAIN ERROR ARGS SYNC
 *   UPCALL   CHAIN ERROR ARGS SYNC          DETACH   ERROR (0: the driver is
 *   DETACH   (clean shutdown)                        going away; else why it ends)
 *   FAILED   DRIVER
 *
 * One that attaches with STANDBY is parked: it gets its number, may open its device and
 * says nothing more. The second answer, with the time in it, comes when the session before
 * it has ended (at once, if there is none): from then on it is the session. FAILED is what a
 * supervisor says when it starts no more of them.
 *
 * A chain is one upcall and everything nested in it. Exactly one message per
 * session is in flight: whoever received the last one holds the monitor, and
 * gives it back by sending the next. A nested upcall opens a chain of its own
 * and names the chain whose downcall caused it as its PARENT (0: none).
 *
 * PARENT and ERROR are left out when 0, the lists when empty. Every message carries
 * two byte strings. ARGS is the argument or result list,
 * encoded by generated code. SYNC is a list of items (struct mdrv_item) that
 * brings the receiver's copy of the tracked objects up to date; the receiver
 * applies all of SYNC before it decodes ARGS. Everything is padded to 8 bytes
 * and in host byte order: both ends run on one machine.
 */
#ifndef _UAPI_MDRV_H
#define _UAPI_MDRV_H

#include <linux/types.h>

#define MDRV_GENL_NAME		"mdrv"
#define MDRV_GENL_VERSION	1
#define MDRV_ABI		6	/* of this file and of mdrv_plan.h */

#define MDRV_NAME_MAX		56	/* driver name, without the NUL */
#define MDRV_HASH_LEN		64	/* interface hash: hexadecimal SHA-256 */
#define MDRV_LIST_MAX		65528	/* ARGS or SYNC: a netlink attribute is 64 KiB */
#define MDRV_MSG_MAX		(132 * 1024)	/* whole message, bytes */
#define MDRV_BUF_MAX		(32 * 1024)	/* one by-value buffer, bytes */
#define MDRV_STR_MAX		4096	/* one inline string, with the NUL */
#define MDRV_DEPTH_MAX		64	/* chains in flight per session */
#define MDRV_OBJECTS_MAX	4096	/* live objects per session */

enum mdrv_cmd {
	MDRV_CMD_UNSPEC,
	MDRV_CMD_ATTACH,
	MDRV_CMD_UPCALL,
	MDRV_CMD_DOWNCALL,
	MDRV_CMD_DETACH,
	MDRV_CMD_FAILED,
	__MDRV_CMD_MAX,
};
#define MDRV_CMD_MAX (__MDRV_CMD_MAX - 1)

enum mdrv_attr {
	MDRV_A_UNSPEC,
	MDRV_A_PAD,
	MDRV_A_DRIVER,		/* string: name of the driver (its module) */
	MDRV_A_HASH,		/* string: interface hash */
	MDRV_A_SESSION,		/* u32: the session's device is /dev/mdrv/<session> */
	MDRV_A_CHAIN,		/* u32: chain number, never 0 */
	MDRV_A_PARENT,		/* u32: chain this upcall is nested in, 0 for none */
	MDRV_A_FUNC,		/* u32: number of the upcall or downcall in the plan */
	MDRV_A_ERROR,		/* s32: 0 or negative errno of the crossing itself */
	MDRV_A_ARGS,		/* binary */
	MDRV_A_SYNC,		/* binary: items */
	MDRV_A_HZ,		/* u32: the kernel's HZ */
	MDRV_A_JIFFIES,		/* u64: jiffies when MONOTONIC was read */
	MDRV_A_MONOTONIC,	/* u64: CLOCK_MONOTONIC in ns at the same time */
	MDRV_A_STANDBY,		/* flag: for when the present session ends */
	__MDRV_A_MAX,
};
#define MDRV_A_MAX (__MDRV_A_MAX - 1)

/*
 * ARGS: each scalar is one __u64 (sign-extended), each pointer one struct
 * mdrv_ptr, each by-value buffer a __u64 length followed by its padded bytes
 * (length only, when the receiver is to fill it); MDRV_BUF_NULL as the length
 * is a null pointer. That holds for downcalls, whose buffers are copied; a buffer
 * argument of an upcall is a pointer to an object of kind MDRV_O_BUFFER that
 * lives as long as the upcall.
 */
#define MDRV_BUF_NULL		(~0ULL)

/* What a pointer on the wire is. */
enum mdrv_tag {
	MDRV_T_NULL,
	MDRV_T_ERR,		/* ERR_PTR: value is the negative errno */
	MDRV_T_OBJ,		/* into a tracked object */
	MDRV_T_FN,		/* a function: obj is its number in the plan */
	MDRV_T_STR,		/* value bytes of string (with NUL) follow, padded */
	MDRV_T_RAW,		/* a small integer in a pointer's clothes: < 4096 */
	__MDRV_T_MAX,
};

/**
 * struct mdrv_ptr - a pointer on the wire: a capability, never an address
 * @tag:	enum mdrv_tag
 * @place:	which sub-object of the record (number in the plan); 0 is the
 *		object itself
 * @obj:	index into the session's object table, or function number
 * @gen:	generation of that table slot; a stale one is refused
 * @value:	see enum mdrv_tag; for MDRV_T_OBJ the byte offset in a buffer or
 *		region, or the element of an array place
 */
struct mdrv_ptr {
	__u16 tag;
	__u16 place;
	__u16 obj;
	__u16 gen;
	__u64 value;
};

/* SYNC items. Only the kernel sends NEW and DROP. */
enum mdrv_op {
	MDRV_OP_NEW,		/* payload: struct mdrv_new */
	MDRV_OP_DROP,		/* no payload */
	MDRV_OP_SET,		/* payload: new value of one field element */
	MDRV_OP_DATA,		/* payload: bytes of a buffer, elem = byte offset */
	__MDRV_OP_MAX,
};

/**
 * struct mdrv_item - header of one synchronisation item
 * @op:		enum mdrv_op
 * @obj:	object index
 * @gen:	its generation
 * @field:	for MDRV_OP_SET the field's number in its record
 * @elem:	element of an array field, or byte offset for MDRV_OP_DATA
 * @len:	payload bytes that follow, before padding to 8
 *
 * Payload of MDRV_OP_SET by field kind: INT and BITS one __u64; BYTES the bytes
 * of one element; PTR, STR and FN one struct mdrv_ptr (with its string).
 */
struct mdrv_item {
	__u16 op;
	__u16 obj;
	__u16 gen;
	__u16 field;
	__u32 elem;
	__u32 len;
};

/* How an object exists in the user half. */
enum mdrv_object {
	MDRV_O_RECORD,		/* twin of a record: fields travel */
	MDRV_O_BUFFER,		/* bytes, diffed in chunks */
	MDRV_O_REGION,		/* memory mapped from /dev/mdrv/<session> */
	MDRV_O_OPAQUE,		/* a handle: an address nobody may touch */
	__MDRV_O_MAX,
};

/**
 * struct mdrv_new - payload of MDRV_OP_NEW
 * @kind:	enum mdrv_object
 * @record:	record number; for a global MDRV_REC_GLOBAL (its @kind is
 *		MDRV_O_RECORD, or MDRV_O_BUFFER without access when the plan
 *		gives MDRV_REC_BYTES as its record)
 * @global:	number of the global, when @record says so
 * @access:	MDRV_R | MDRV_W, for buffers and regions
 * @pgoff:	regions: byte of the first page at which the object starts
 * @size:	bytes (0 for records: each half knows its own layout)
 * @map:	regions: offset to pass to mmap()
 */
struct mdrv_new {
	__u16 kind;
	__u16 record;
	__u16 global;
	__u16 access;
	__u32 pgoff;
	__u32 pad;
	__u64 size;
	__u64 map;
};

/* Rights, in the plan and on the wire. */
#define MDRV_NONE		0	/* only its address matters */
#define MDRV_R			1	/* user half reads: kernel -> user */
#define MDRV_W			2	/* user half writes: user -> kernel */
#define MDRV_RW			(MDRV_R | MDRV_W)

/* Record numbers with a fixed meaning; the plan's own start at 1. */
#define MDRV_REC_VOID		0	/* type not known: passes as void * only */
#define MDRV_REC_GLOBAL		0xfffe
#define MDRV_REC_BYTES		0xffff	/* untyped memory: buffers and regions */

/* Downcalls that every session may make; they are not in the plan. */
enum mdrv_builtin {
	MDRV_DC_SYNC = 0xff00,	/* no arguments: publish what changed */
	MDRV_DC_ONCE,		/* u64 key -> u64: 1 the first time ever, else 0 */
	MDRV_DC_ALLOC,		/* u64 size, u64 gfp, u64 record -> pointer */
	MDRV_DC_FREE,		/* pointer from MDRV_DC_ALLOC -> nothing */
	MDRV_DC_MANAGED,	/* MDRV_DC_ALLOC's and a device -> pointer; the core frees it */
	MDRV_DC_END,
};

#endif /* _UAPI_MDRV_H */
