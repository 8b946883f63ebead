/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the parts of libmdrv know of each other. One process serves one user half
 * in one session, so the state is global: mdrv_self.
 *
 * The monitor: between the arrival of a message and the sending of the next, one
 * thread runs; it alone touches objects and the encoding buffers. No lock guards
 * those. mdrv_self.lock guards the hand-over between threads (worker.c).
 */
#ifndef _LIBMDRV_INTERNAL_H
#define _LIBMDRV_INTERNAL_H

#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <mdrv/user.h>
#include "daemon.h"

typedef __u8 u8;
typedef __u16 u16;
typedef __u32 u32;
typedef __u64 u64;
typedef __s64 s64;

#define MDRV_ERRNO_MAX		4095	/* ERR_PTR values, as in the kernel */
#define MDRV_CHUNK		64	/* buffers are compared in pieces of this */
#define MDRV_TWIN_MAX		(64u << 20)	/* bytes of one twin */
#define MDRV_ALIGN		64	/* of twins: what any record may ask for */
#define MDRV_HANDLE_SPAN	65536	/* address space of one handle */
#define MDRV_HANDLE_GENS	64	/* generations with addresses of their own */

#define MDRV_PAD(len)		(((len) + 7) & ~7u)

/* A received message, in a buffer from the pool. */
struct mdrv_buf {
	struct mdrv_buf *next;
	u8 data[MDRV_MSG_MAX + 4096];
};

/* What a message says; pointers lead into @buf. */
struct mdrv_message {
	struct mdrv_buf *buf;
	u8 cmd;
	u32 chain;
	u32 parent;
	u32 func;
	int error;
	bool standby;
	u32 session;
	u32 hz;
	u64 jiffies;
	u64 monotonic;
	const char *driver;
	const char *hash;
	const u8 *args;
	u32 args_len;
	const u8 *sync;
	u32 sync_len;
};

/**
 * struct mdrv_transport - how messages travel: netlink, or a test's loopback
 * @send:	0 or negative errno; returns when the message is on its way
 * @recv:	waits for the next one; fills all of it, @buf included.
 *		0 or negative errno
 */
struct mdrv_transport {
	int (*send)(struct mdrv_transport *t, const struct mdrv_message *msg);
	int (*recv)(struct mdrv_transport *t, struct mdrv_message *msg);
};

/**
 * struct mdrv_obj - this half's view of an object of the session
 * @live:	the kernel has announced it
 * @kind:	enum mdrv_object
 * @access:	buffers and regions
 * @gen:	generation of the slot
 * @record:	record number; 0 for buffers and regions
 * @global:	number, or -1
 * @addr:	where it is in this process
 * @size:	bytes there
 * @shadow:	RECORD and written BUFFER: the content that both sides agreed on
 * @low:	RECORD: the fields that this half may write lie in [@low, @high),
 * @high:	but for bitfields
 * @bits:	it may write bitfields, too
 * @map:	REGION: the mapping, and its length in @map_len
 */
struct mdrv_obj {
	bool live;
	u8 kind;
	u8 access;
	u16 gen;
	u16 record;
	int global;
	u8 *addr;
	u64 size;
	u8 *shadow;
	u32 low;
	u32 high;
	bool bits;
	void *map;
	u64 map_len;
};

/* A thread waiting for the answer to its downcall. */
struct mdrv_frame {
	struct mdrv_frame *next;
	u32 chain;
	bool got;
	pthread_cond_t cond;
	struct mdrv_message msg;
};

/* A thread without work. */
struct mdrv_worker {
	struct mdrv_worker *next;
	bool got;
	pthread_cond_t cond;
	struct mdrv_message msg;
};

struct mdrv_self {
	const struct mdrv_plan *plan;
	struct mdrv_transport *transport;
	u32 session;
	bool parked;			/* until the session before this one ends */
	struct mdrv_last *last;		/* for a supervisor, or a page of this process */
	u32 hz;
	u64 jiffies;			/* at @monotonic */
	u64 monotonic;

	struct mdrv_obj obj[MDRV_OBJECTS_MAX + 1];	/* 0 is unused */
	u16 sorted[MDRV_OBJECTS_MAX];	/* those with memory, by address */
	u32 nsorted;
	u16 watched[MDRV_OBJECTS_MAX];	/* those that this half may change */
	u32 nwatched;
	u8 *handles;			/* inaccessible range of opaque addresses */
	u32 handle_gens;
	bool poison;
	bool check;

	/* Lists being encoded. Received ones are aligned to 4 bytes only: copy. */
	u8 args[MDRV_LIST_MAX] __attribute__((aligned(8)));
	u8 sync[MDRV_LIST_MAX] __attribute__((aligned(8)));
	u32 sync_len;

	pthread_mutex_t lock;
	struct mdrv_buf *pool;
	struct mdrv_frame *frames;	/* innermost first */
	struct mdrv_worker *idle;
	u32 nworkers;
	_Atomic u32 busy;		/* chains in flight here */
	_Atomic bool dying;		/* of a fault, with a core file perhaps */
	_Atomic bool stopping;		/* leave when @busy falls to 0 */
};

extern struct mdrv_self mdrv_self;

/* The chain that the running thread serves, for messages and downcalls. */
struct mdrv_chain {
	struct mdrv_chain *outer;
	u32 chain;
	u32 func;
	const char *upcall;
};

extern __thread struct mdrv_chain *mdrv_current;

/* log.c */
extern bool mdrv_verbose;
/* Says why and ends the process: the kernel half takes care of the rest. */
void mdrv_fatal(const char *fmt, ...) __attribute__((format(printf, 1, 2), noreturn));
void mdrv_leave(int status) __attribute__((noreturn));

/* netlink.c */
int mdrv_netlink_open(struct mdrv_transport **t);
const char *mdrv_netlink_why(const struct mdrv_transport *t);

/* wire.c */
struct mdrv_buf *mdrv_buf_get(void);
void mdrv_buf_put(struct mdrv_buf *buf);

/* session.c */
void mdrv_detach(void) __attribute__((noreturn));
/* The kernel half need not wait for this process to be gone. Also in signal handlers. */
void mdrv_let_go(void);
/* The session before this one has ended. */
void mdrv_promoted(struct mdrv_message *msg);

/* worker.c */
void mdrv_crossing(struct mdrv_message *msg, struct mdrv_message *reply);
void mdrv_serve(struct mdrv_message *msg);
void mdrv_loop(void);

/* call.c */
int mdrv_answer_upcall(const struct mdrv_message *msg);

/* twin.c */
int mdrv_twin_new(u16 index, u16 gen, const struct mdrv_new *what);
int mdrv_twin_drop(u16 index, u16 gen);
struct mdrv_obj *mdrv_twin_get(u16 index, u16 gen);
u32 mdrv_twin_at(const volatile void *addr, u64 *offset);
u32 mdrv_handle_at(const volatile void *addr, u64 *offset, u16 *gen);
const struct mdrv_record *mdrv_record_of(u32 number);
void mdrv_twins_init(void);
void mdrv_twins_reset(void);
void mdrv_describe(const volatile void *addr, char *buf, size_t size);

/* pointer.c */
bool mdrv_pointer_out(const volatile void *addr, u32 record, struct mdrv_ptr *ptr);
bool mdrv_function_out(const void *fn, struct mdrv_ptr *ptr);
bool mdrv_string_out(const char *str, struct mdrv_ptr *ptr);
bool mdrv_pointer_in(const struct mdrv_ptr *ptr, u32 record, void **addr);
const char *mdrv_intern(const char *str, size_t len);
void mdrv_intern_reset(void);

/* sync.c */
int mdrv_sync_in(const u8 *at, u32 len);
void mdrv_sync_out(void);

/* check.c */
void mdrv_check_init(void);
void mdrv_check_fill(const struct mdrv_obj *o);
void mdrv_check_lost(void);
bool mdrv_check_describe(const volatile void *addr, char *buf, size_t size);

/* region.c */
void mdrv_region_open(void);
int mdrv_region_map(struct mdrv_obj *o, const struct mdrv_new *what);
void mdrv_region_unmap(struct mdrv_obj *o);

/* clock.c */
void mdrv_clock_set(u32 hz, u64 jiffies, u64 monotonic);
void mdrv_clock_mirror(void);

/* memory.c */
bool mdrv_local_at(const volatile void *addr, const char **file, u32 *line);

/* fault.c */
void mdrv_fault_init(void);
void mdrv_fault_upcall(const char *name, u32 chain);
void mdrv_fault_downcall(const char *name);

/* kprintf.c */
int mdrv_scnprintf(char *buf, unsigned long size, const char *fmt, ...);

#endif /* _LIBMDRV_INTERNAL_H */
