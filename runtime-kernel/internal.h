/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the parts of mdrv.ko know of each other.
 *
 * Locks, outermost first:
 *	drivers_mutex		the list of drivers; attach
 *	session->token		the monitor: everything about objects and messages
 *	state->settling		what is parked or loose
 *	session->map_mutex	mappings of the device file
 *	state->lock		(irq-safe spinlock) registry, address trees, undo
 *				log, list of calls, whether the session is dead
 *	session->inbox_lock	the one message that may be waiting
 *
 * The token is never held while a function of the driver or of the kernel runs
 * on the user half's behalf.
 */
#ifndef _MDRV_INTERNAL_H
#define _MDRV_INTERNAL_H

#include <linux/atomic.h>
#include <linux/kref.h>
#include <linux/llist.h>
#include <linux/mutex.h>
#include <linux/preempt.h>
#include <linux/rbtree.h>
#include <linux/rcupdate.h>
#include <linux/skbuff.h>
#include <linux/spinlock.h>
#include <linux/wait.h>
#include <linux/workqueue.h>
#include <mdrv/kernel.h>
#include "compat.h"

#define MDRV_CHUNK	64	/* buffers are compared in pieces of this */
#define MDRV_GRAVES_MAX	65536	/* freed addresses remembered per driver */
#define MDRV_STRINGS_MAX	256
#define MDRV_STRINGS_BYTES	(64 * 1024)
#define MDRV_ALLOCS_MAX		4096	/* registry entries made by user halves */
#define MDRV_ALLOCS_BYTES	(64 * 1024 * 1024)
#define MDRV_PARKED_MAX		256	/* allocations freed that something points into */
#define MDRV_UNDO_MAX		4096	/* entries made in upcalls */
#define MDRV_UNDO_BITS		8
#define MDRV_STEP		64	/* registry entries looked at under the lock in one go */
#define MDRV_TENURES		4	/* sessions whose leavings are bounded together */
#define MDRV_SERVED_MAX		65536	/* downcalls per upcall */
#define MDRV_SPENT_MAX		(60 * HZ)	/* user-side time per upcall */
#define MDRV_EVERY_CHAIN	U64_MAX	/* mask of globals, which are always live */
#define MDRV_NEST_MAX		8	/* upcalls within downcalls: they share a kernel stack */

#define MDRV_ANY_RECORD	U32_MAX		/* finds a handle whatever its record */
#define MDRV_FN_RECORD	MDRV_REC_GLOBAL	/* handles of functions not in the plan */

/* Counters of one driver, over all its sessions. */
struct mdrv_stats {
	atomic64_t upcalls;
	atomic64_t downcalls;
	atomic64_t bytes_up;		/* kernel to user */
	atomic64_t bytes_down;		/* user to kernel */
	atomic64_t failures;
	atomic64_t sessions;
	atomic64_t repeats;
};

/**
 * struct mdrv_entry - registry: memory of the driver whose extent is known
 * @node:	in state->registry, by address; entries do not overlap
 * @later:	out of it: in state->later, to be given back by a worker
 * @parked:	out of it: in state->parked, to be freed when nothing points there (@held)
 * @addr:	start
 * @size:	bytes
 * @kind:	enum mdrv_object
 * @record:	record number, for MDRV_O_RECORD
 * @by_user:	made on behalf of a user half (counts against its bounds)
 * @freeable:	MDRV_DC_FREE may free it
 * @loose:	in state->loose: its upcall came to nothing, so perhaps nothing knows of it
 * @since:	when that was, in jiffies
 * @root:	the outermost upcall that it was made in, or 0
 * @seq:	when, in the order of the undo log
 * @tenure:	whose bounds it counts against, see state->tenure
 * @managed:	memory that the device core frees: tells the entry from a later one at @addr
 * @map:	regions: offset in the device file, page aligned; 0: no mapping
 * @phys:	regions of I/O memory: physical address (@io)
 * @io:		I/O memory, otherwise coherent DMA memory
 */
struct mdrv_entry {
	union {
		struct rb_node node;
		struct llist_node later;
		struct list_head parked;
	};
	unsigned long addr;
	u64 size;
	u32 kind;
	u32 record;
	bool by_user;
	bool freeable;
	bool held;
	bool io;
	struct list_head loose;
	unsigned long since;
	u64 root;
	u64 seq;
	u32 tenure;
	const void *managed;
	u64 map;
	phys_addr_t phys;
	struct device *dev;		/* DMA memory: what freeing it takes; referenced */
	dma_addr_t handle;
	unsigned long attrs;
};

/**
 * struct mdrv_patience - how soon after a bad end the next session may begin
 * @strikes:	sessions that broke the rules or hung, less one for each quiet minute
 * @last:	when the last of these ended, in jiffies
 * @from:	not before, in jiffies; @held says whether that counts
 * @started:	attaches in the present window, which began at @window
 */
struct mdrv_patience {
	u32 strikes;
	unsigned long last;
	unsigned long from;
	bool held;
	u32 started;
	unsigned long window;
};

/**
 * struct mdrv_state - what the runtime keeps about a registered kernel half
 * @ref:	driver and sessions hold one each
 * @link:	in the list of drivers
 * @lock:	see above
 * @session:	the live session, or NULL
 * @standby:	the one that is to follow it, or NULL
 * @calls:	upcalls in progress, of every session, oldest first
 * @idle:	woken when one of @calls ends, and when @session does
 * @scopes:	operations of kept code that are running, of all threads
 * @patience:	(under @lock) with its daemons
 * @closing:	being unregistered: no more sessions
 * @ready:	drv->init has succeeded
 * @torn:	some call was not answered, ever
 * @graves:	addresses that were freed: pointers left behind are not followed
 * @graves_lost: some are not in there, for want of memory or of measure
 * @parked:	freed by user halves: the kernel gets it when nothing points into it
 * @loose:	in the registry, and to go the same way unless somebody comes upon it
 * @settling:	one thread at a time looks for what points there; inside session->token
 * @tenure:	number of the session: what it takes counts against bounds of its own, so
 *		that what its predecessors left does not lock it out; @all_entries,
 *		@all_bytes and @nundo bound what all of them may leave
 * @later:	regions taken out in atomic context, to be given back by @later_work
 */
struct mdrv_state {
	struct kref ref;
	struct list_head link;
	struct mdrv_driver *drv;
	char name[MDRV_NAME_MAX + 1];
	spinlock_t lock;
	struct mdrv_session *session;
	struct mdrv_session *standby;
	struct list_head calls;
	struct list_head scopes;
	wait_queue_head_t idle;
	struct mdrv_patience patience;
	bool closing;
	bool ready;
	bool torn;
	struct work_struct init_work;

	struct rb_root registry;
	u32 entries;
	u32 tenure;
	u32 user_entries;
	u64 user_bytes;
	u32 all_entries;
	u64 all_bytes;
	u64 next_map;
	struct rb_root graves;
	u32 ngraves;
	bool graves_lost;
	struct list_head parked;
	u32 nparked;
	struct list_head loose;
	struct mutex settling;

	struct mutex strings_mutex;
	struct list_head strings;
	u32 strings_tenure;
	u32 nstrings;			/* of that tenure */
	u32 string_bytes;
	u32 all_strings;
	struct list_head onces;
	u32 nonces;

	struct list_head limbo;		/* DMA memory that a device may still write to */
	struct llist_head later;
	struct work_struct later_work;

	struct list_head undo;
	struct hlist_head undo_hash[1 << MDRV_UNDO_BITS];
	u32 nheld;			/* entries */
	u32 nundo;			/* of these, made in upcalls */
	u32 ncharged;			/* of these, by the present session */
	u64 undo_seq;
	u64 next_root;
	u32 acting;			/* actions of devices that run */

	struct mdrv_stats stats;
	struct dentry *debugfs;
};

/**
 * struct mdrv_obj - an entry of a session's object table
 * @node:	in session->ranges or session->handles, by address
 * @link:	in session->live or session->dormant
 * @pending:	in the worklist of the running synchronisation
 * @mask:	chains that have reached it; dormant when 0
 * @done:	of these, the ones in flight at its last synchronisation
 * @version:	session->version at its last synchronisation
 * @fresh:	nothing has been sent of it yet
 * @gone:	its memory has been freed: only a DROP remains to be sent
 * @in_tree:	@node is linked
 * @transient:	lives as long as the chains in @mask
 * @is_fn:	handle of a function that the plan does not know
 * @inert:	handle of what has been freed: stands for nothing in the kernel
 * @shadow:	the user half's version: raw bytes at the kernel's offsets
 * @caps:	one per element of PTR fields: what was sent, packed
 * @holder:	index of the record whose field led to this buffer, when nothing else
 *		vouches for its memory: it is not looked at longer than the record
 */
struct mdrv_obj {
	struct rb_node node;
	struct list_head link;
	struct list_head pending;
	unsigned long addr;
	u64 size;
	u64 map;
	u32 pgoff;
	u16 index;
	u16 gen;
	u16 holder;
	u32 record;
	u32 global;
	u64 version;
	u64 mask;
	u64 done;
	u8 kind;
	u8 access;
	bool fresh;
	bool gone;
	bool in_tree;
	bool transient;
	bool is_fn;
	bool inert;
	u8 *shadow;
	u64 *caps;
};

/* A message from the user half, checked for shape only. */
struct mdrv_msg {
	struct sk_buff *skb;		/* reference held; everything points into it */
	u32 cmd;
	u32 chain;
	u32 func;
	int error;
	const u8 *args;
	u32 args_len;
	const u8 *sync;
	u32 sync_len;
};

/* A byte list being encoded into a buffer of MDRV_LIST_MAX bytes. */
struct mdrv_out {
	u8 *base;
	u32 len;
};

/* What is worked out once per record: bytes its fields span, pointers in them. */
struct mdrv_shape {
	u32 low;
	u32 high;
	u32 caps;
};

/**
 * struct mdrv_reach - how a kernel pointer was come by
 * @record:	what it is declared to point at
 * @length:	bytes, when that is MDRV_REC_BYTES and they are to be tracked
 * @follow:	the user half looks behind it
 * @trusted:	an argument or return value of running code, or what that has just
 *		stored: it is valid now. A field may hold what was left behind.
 * @mask:	chains that have reached it
 * @holder:	index of the object whose field it stands in, or 0
 */
struct mdrv_reach {
	u32 record;
	u64 length;
	bool follow;
	bool trusted;
	u64 mask;
	u16 holder;
};

/**
 * struct mdrv_session - one daemon attached to one driver
 * @ref:	state->session, calls and open device files hold one each
 * @plan:	valid while a call is in progress or the session is live
 * @dead:	set once, under state->lock, never cleared
 * @why:	of its end, see mdrv_session_kill()
 * @token:	the monitor
 * @waiting:	the token's holder waits for a message (under @inbox_lock)
 * @inbox:	that message; @inbox.skb is NULL when none has come
 * @slots:	chains in flight, one bit each (under state->lock)
 * @speaker:	bit of the chain whose message is read: what it may name, it has reached
 * @version:	grows whenever an address may translate differently
 */
struct mdrv_session {
	struct kref ref;
	struct list_head link;
	struct mdrv_state *state;
	const struct mdrv_plan *plan;
	u32 id;
	u32 portid;
	struct pid *pid;
	bool dead;
	int why;
	struct mutex token;

	spinlock_t inbox_lock;
	bool waiting;
	struct mdrv_msg inbox;
	wait_queue_head_t wait;

	u64 slots;
	u64 speaker;
	u32 last_chain;
	struct mdrv_out args;
	struct mdrv_out sync;
	u8 *scratch;			/* copy of one object while it is compared */
	u32 scratch_size;

	struct mdrv_obj **table;	/* MDRV_OBJECTS_MAX + 1; 0 is unused */
	u16 *gens;
	u32 next_index;
	u32 nobjects;
	u64 version;
	struct rb_root ranges;		/* records, buffers, regions: disjoint */
	struct rb_root handles;		/* opaque: by address and record */
	struct list_head live;
	struct list_head dormant;	/* least recently used first */
	struct list_head work;		/* objects to be synchronised once more */
	struct mdrv_obj **globals;	/* by number, once announced */
	struct mdrv_shape *shapes;	/* by record number */
	bool dropping;			/* some object is gone */

	struct mutex map_mutex;
	struct inode *inode;
	struct work_struct zap_work;
	struct work_struct end_work;
};

/* Wrappers of what kept code calls run in whatever context it calls them in. */
static inline bool mdrv_can_sleep(void)
{
	return preemptible() && !rcu_preempt_depth();
}

/* driver.c */
struct mdrv_state *mdrv_state_find(const char *name);
void mdrv_state_get(struct mdrv_state *st);
void mdrv_state_put(struct mdrv_state *st);

#include "session.h"

/* netlink.c */
int mdrv_netlink_init(void);
void mdrv_netlink_exit(void);
int mdrv_netlink_attached(struct mdrv_session *s, u32 seq);
int mdrv_netlink_parked(struct mdrv_session *s, u32 seq);
int mdrv_netlink_call(struct mdrv_session *s, u8 cmd, const struct mdrv_call *call, int error);
void mdrv_netlink_detach(u32 portid, int error);

/* call.c */
extern unsigned int mdrv_watchdog_ms;
struct mdrv_call *mdrv_call_current(struct mdrv_state *st);
int mdrv_downcall_enter(struct mdrv_call *call);
void mdrv_downcall_leave(struct mdrv_call *call);
/* Does the plan give @call's closure this right: a downcall, or MDRV_MAY_...? */
bool mdrv_has_right(const struct mdrv_call *call, u32 right);

/* own.c */
bool mdrv_is_bound(const struct mdrv_driver *drv, const struct device *dev);
bool mdrv_is_ours(const struct mdrv_driver *drv, phys_addr_t phys, size_t size);

/* mapped.c */
int mdrv_manage(struct mdrv_state *st, struct device *dev, struct mdrv_entry *e);
/* The same for registers that the device core unmaps. */
int mdrv_manage_io(struct mdrv_state *st, struct device *dev, const struct mdrv_entry *e);

/* builtin.c */
int mdrv_builtin(struct mdrv_call *call);

/* user.c */
/* An address of the calling process, @len bytes of which are the user half's to use. */
void mdrv_put_user(struct mdrv_call *call, u64 addr, u64 len);
/*
 * Before a downcall goes to @len bytes of the calling process at @addr: fails the call
 * unless an argument of the upcall, data copied from there during it, or a field that
 * the user half cannot write names them. Token held.
 */
void mdrv_check_user(struct mdrv_call *call, u64 addr, u64 len);
/* @len bytes at @data have been copied from the calling process: pointers in them count. */
void mdrv_saw_user(struct mdrv_call *call, const void *data, u64 len);
void mdrv_words_free(struct mdrv_call *call);

/* args.c */
void mdrv_hold_free(struct mdrv_call *call);
void mdrv_bad(struct mdrv_call *call, const char *what);
void mdrv_put_fn(struct mdrv_call *call, const void *fn);
void mdrv_put_bufresult(struct mdrv_call *call, const void *buf, u64 len);
u64 mdrv_get_int_max(struct mdrv_call *call, u64 max);
void *mdrv_get_fn_of(struct mdrv_call *call, u64 fits, u32 flags);
const char *mdrv_get_str(struct mdrv_call *call, u32 flags);
void *mdrv_get_buf(struct mdrv_call *call, u64 *len, u32 access, u64 min);

/* must.c: what an upcall has done when it succeeds */
bool mdrv_must_is_sound(const struct mdrv_plan *plan, const struct mdrv_upcall *up, u32 values);
/* It has made this downcall. */
void mdrv_must_note(struct mdrv_call *call, u32 func);
/* It says that it has succeeded: fails the call unless it can have. Token held. */
void mdrv_must_hold(struct mdrv_call *call, const u64 *v);

/* describe.c */
bool mdrv_calls_are_sound(const struct mdrv_plan *plan);
int mdrv_downcall(struct mdrv_call *call, const struct mdrv_downcall *dc);

/* object.c */
int mdrv_objects_init(struct mdrv_session *s);
void mdrv_objects_free(struct mdrv_session *s);
struct mdrv_obj *mdrv_object_new(struct mdrv_session *s, const struct mdrv_entry *model, u64 mask);
void mdrv_object_insert(struct mdrv_session *s, struct mdrv_obj *o);
void mdrv_object_drop(struct mdrv_session *s, struct mdrv_obj *o);
void mdrv_object_release(struct mdrv_session *s, struct mdrv_obj *o);
void mdrv_object_reach(struct mdrv_session *s, struct mdrv_obj *o, u64 mask);
bool mdrv_object_forget(struct mdrv_session *s, unsigned long addr, u64 *size);
void mdrv_objects_overwrite(struct mdrv_session *s, unsigned long addr, u64 size);
void mdrv_objects_leave(struct mdrv_session *s, u32 slot);
void mdrv_objects_trim(struct mdrv_session *s);
struct mdrv_obj *mdrv_object_get(struct mdrv_session *s, u16 index, u16 gen);
struct mdrv_obj *mdrv_range_find(struct mdrv_session *s, unsigned long addr, u64 size);
struct mdrv_obj *mdrv_handle_find(struct mdrv_session *s, unsigned long addr, u32 record);
void mdrv_handle_retype(struct mdrv_session *s, struct mdrv_obj *o, u32 record);

/* pointer.c */
bool mdrv_pointer_place(struct mdrv_session *s, const struct mdrv_obj *o, unsigned long addr,
			u32 record, struct mdrv_ptr *p);
int mdrv_pointer_out(struct mdrv_session *s, const void *ptr, const struct mdrv_reach *how,
		     struct mdrv_ptr *p);
int mdrv_function_out(struct mdrv_session *s, const void *fn, u64 mask, struct mdrv_ptr *p);
int mdrv_pointer_in(struct mdrv_session *s, const struct mdrv_ptr *p, u32 record, u32 flags,
		    void **ptr);
int mdrv_function_in(struct mdrv_session *s, const struct mdrv_ptr *p, u64 fits, void **fn);
int mdrv_text_in(struct mdrv_session *s, const struct mdrv_ptr *p, char *copy, u64 size,
		 const char **text);

/* sync.c */
int mdrv_sync_out(struct mdrv_session *s);

/* apply.c */
int mdrv_sync_in(struct mdrv_session *s, const u8 *at, u32 len);

/* registry.c */
struct mdrv_entry *mdrv_registry_find(struct mdrv_state *st, unsigned long addr);
int mdrv_registry_add(struct mdrv_state *st, const struct mdrv_entry *model);
enum mdrv_sort { MDRV_SORT_ANY, MDRV_SORT_IO, MDRV_SORT_DMA };
struct mdrv_entry *mdrv_registry_pull(struct mdrv_state *st, unsigned long addr,
				      enum mdrv_sort sort, struct mdrv_session **s);
bool mdrv_registry_take(struct mdrv_state *st, unsigned long addr);
void mdrv_registry_free(struct mdrv_state *st);
/* The first entry that ends after @addr, or NULL. state->lock held. */
struct mdrv_entry *mdrv_registry_from(struct mdrv_state *st, unsigned long addr);
/* Does @e count against the bounds of user halves? state->lock held. */
void mdrv_registry_charge(struct mdrv_state *st, const struct mdrv_entry *e, bool counts);
/* Its memory is about to go: out of the registry, its object out of the session. */
void mdrv_registry_drop(struct mdrv_state *st, struct mdrv_entry *e);
/* What the outermost upcall @root has allocated since @mark is loose from now on. */
void mdrv_registry_loosen(struct mdrv_state *st, u64 root, u64 mark);

/* parked.c */
int mdrv_park(struct mdrv_state *st, struct mdrv_entry *e);
struct mdrv_entry *mdrv_unpark(struct mdrv_state *st, unsigned long addr);
void mdrv_parked_settle(struct mdrv_session *s, const void *leaving);
void mdrv_parked_free(struct mdrv_state *st);

/* grave.c: state->lock held */
bool mdrv_is_buried(struct mdrv_state *st, unsigned long addr);
void mdrv_bury(struct mdrv_state *st, unsigned long addr, u64 size);
void mdrv_unbury(struct mdrv_state *st, unsigned long addr, u64 size);
void mdrv_wake(struct mdrv_state *st, unsigned long addr);
bool mdrv_lives_again(struct mdrv_state *st, unsigned long addr, u64 *size);
bool mdrv_life_holds(struct mdrv_state *st, unsigned long addr, unsigned long start, u64 size);
void mdrv_graves_free(struct mdrv_state *st);

/* string.c */
const char *mdrv_string_intern(struct mdrv_state *st, const char *text);
void mdrv_strings_free(struct mdrv_state *st);
int mdrv_once_ever(struct mdrv_state *st, u64 key);

/*
 * Take a region (@io) or DMA memory out of the registry, for the caller to free with
 * all that its entry refers to; @s: the session that may still have it mapped, or
 * NULL. Anything else at @addr stays. Context: any but NMI.
 */
struct mdrv_entry *mdrv_via_take(struct mdrv_state *st, unsigned long addr, bool io,
				 struct mdrv_session **s);
/* Give back, now, what was taken out in atomic context. May sleep. */
void mdrv_via_flush(struct mdrv_state *st);
void mdrv_via_give_back(struct work_struct *work);

/* quarantine.c */
/* Free what is safe now; also what @redone, which has ended well, makes so. */
void mdrv_limbo_settle(struct mdrv_state *st, const struct mdrv_call *redone, bool all);
/* @owner takes something: its device is coming to life again. */
void mdrv_limbo_unmute(struct mdrv_state *st, const void *owner);

/* undo.c */
int mdrv_undo_reserve(struct mdrv_call *call);
/* Is there an entry that lies in [addr, addr + size)? state->lock held. */
bool mdrv_undo_lies_in(struct mdrv_state *st, unsigned long addr, u64 size);
void mdrv_undo_unreserve(struct mdrv_call *call);
u32 mdrv_undo_since(struct mdrv_state *st, u64 root, u64 mark, bool scoped);
/* Does @owner hold anything, taken in the outermost upcall @root or (0) in any? */
bool mdrv_undo_holds(struct mdrv_state *st, const void *owner, u64 root);
void mdrv_undo_forget_scoped(struct mdrv_state *st, u64 root);
void mdrv_undo_owner(struct mdrv_state *st, const void *owner);
void mdrv_undo_opened(struct mdrv_state *st, const void *owner);
void mdrv_undo_all(struct mdrv_state *st);
/* An action for @dev, which the log refers to from now on. Return: 0, -ENOMEM, -EDQUOT. */
int mdrv_undo_log_action(struct mdrv_state *st, const void *action, const void *data,
			 struct device *dev, bool wall);
/* It runs or is taken back. state->lock held. Return: was it in the log still? */
bool mdrv_undo_drop_action(struct mdrv_state *st, const void *action, const void **owner);
/* What has waited for an action that has run. */
void mdrv_undo_due(struct mdrv_state *st, const void *owner);
/* Run the actions that are given what lies in [addr, addr + size), which goes. */
void mdrv_undo_actions_in(struct mdrv_state *st, unsigned long addr, u64 size);

/* action.c */
extern const struct mdrv_undo_op mdrv_undo_action_op;

/* home.c */
void mdrv_home_init(void);
void mdrv_home_exit(void);
bool mdrv_home_expect(struct mdrv_state *st, u64 root);

/* scope.c */
/* The owner of what the current thread acquires in kept code, or NULL. */
const void *mdrv_scope_owner(struct mdrv_state *st);
/* Does it run an action that a user half has asked for? state->lock held. */
bool mdrv_scope_distrusted(struct mdrv_state *st);
/* A call of the current thread was not answered. */
void mdrv_scope_tear(struct mdrv_state *st);

/* chardev.c */
int mdrv_chardev_init(void);
void mdrv_chardev_exit(void);
int mdrv_chardev_add(struct mdrv_session *s);
void mdrv_chardev_remove(u32 id);
void mdrv_chardev_zap(struct mdrv_session *s);

/* debugfs.c */
void mdrv_debugfs_init(void);
void mdrv_debugfs_exit(void);
void mdrv_debugfs_add(struct mdrv_state *st);
void mdrv_debugfs_remove(struct mdrv_state *st);

#endif /* _MDRV_INTERNAL_H */
