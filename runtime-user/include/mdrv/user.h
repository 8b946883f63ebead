/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What a user half sees of libmdrv. It is compiled against the kernel's headers,
 * the library against the C library's, so nothing but basic types appears here.
 * The mirror image of runtime-kernel/include/mdrv/kernel.h:
 *
 *	static int mdrv_h_open(struct mdrv_call *call)		an upcall handler
 *	{
 *		struct net_device *dev = mdrv_get_ptr(call, MDRV_REC_net_device);
 *		int ret;
 *
 *		if (mdrv_upcall_enter(call))
 *			return -EPROTO;
 *		ret = cp_open(dev);
 *		mdrv_put_int(call, ret);
 *		return 0;
 *	}
 *
 *	int pci_enable_device(struct pci_dev *a0)		a downcall stub
 *	{
 *		struct mdrv_call call;
 *
 *		mdrv_downcall_begin(&call, MDRV_DC_pci_enable_device);
 *		mdrv_put_ptr(&call, a0, MDRV_REC_pci_dev);
 *		mdrv_downcall_run(&call);
 *		return mdrv_downcall_end(&call, mdrv_get_int(&call));
 *	}
 *
 * One upcall at a time runs user code. A downcall that cannot be made (the
 * kernel ended the session) does not return: the daemon leaves.
 */
#ifndef _MDRV_USER_H
#define _MDRV_USER_H

#include <mdrv_plan.h>

/*
 * A user half takes these from the daemon that loads it. A weak reference is the
 * one kind that `ld -z defs` lets through, so all else must resolve at link time.
 * mdrvd compares MDRV_ABI before it calls anything.
 */
#ifdef MDRV_USER_HALF
#define MDRV_API __attribute__((weak, visibility("default")))
#else
#define MDRV_API __attribute__((visibility("default")))
#endif

/* One crossing in progress, on the stack. Private to the library. */
struct mdrv_call {
	__u32 func;
	__u32 chain;
	const __u8 *at;			/* ARGS being decoded */
	const __u8 *end;
	__u8 *out;			/* ARGS being encoded */
	__u32 len;
	__u32 cap;
	int error;
	void *msg;			/* the message that `at` points into */
};

/* Encoding and decoding; order is the contract. */
MDRV_API void mdrv_put_int(struct mdrv_call *call, __u64 value);
MDRV_API void mdrv_put_ptr(struct mdrv_call *call, const volatile void *ptr, __u32 record);
MDRV_API void mdrv_put_fn(struct mdrv_call *call, const void *fn);
MDRV_API void mdrv_put_str(struct mdrv_call *call, const char *str);
/* By-value buffer of @len bytes: sent with MDRV_R (the callee reads it). */
MDRV_API void mdrv_put_buf(struct mdrv_call *call, const void *ptr, __u64 len, __u32 access);
MDRV_API __u64 mdrv_get_int(struct mdrv_call *call);
MDRV_API void *mdrv_get_ptr(struct mdrv_call *call, __u32 record);
MDRV_API void *mdrv_get_fn(struct mdrv_call *call);
MDRV_API const char *mdrv_get_str(struct mdrv_call *call);
/* The callee's version of a MDRV_W buffer, copied to @ptr (at most @len bytes). */
MDRV_API void mdrv_get_bufresult(struct mdrv_call *call, void *ptr, __u64 len);

/* Upcall handler: arguments decoded. Return: 0, or negative errno: return it. */
MDRV_API int mdrv_upcall_enter(struct mdrv_call *call);

/* Downcall stub. begin, put..., run, get..., end. */
MDRV_API void mdrv_downcall_begin(struct mdrv_call *call, __u32 func);
MDRV_API void mdrv_downcall_run(struct mdrv_call *call);
/* Frees what the call held; returns @value for convenience. */
MDRV_API __u64 mdrv_downcall_end(struct mdrv_call *call, __u64 value);

/* Flush what the twins changed, if anything: before a register write. */
MDRV_API void mdrv_publish(void);

/* Something that has no meaning in a user half: says what and ends the daemon. */
MDRV_API void mdrv_trap(const char *name) __attribute__((noreturn));

/* Call this before the daemon leaves, whatever the reason. One at a time. */
MDRV_API void mdrv_at_leave(void (*hook)(void));

/* WARN() of the user half: logs where (and @flags, the kernel's BUGFLAG_*). */
MDRV_API void mdrv_warned(const char *where, unsigned int flags);

/* A line for the daemon's log, kernel-flavoured format; not for the driver's printk. */
MDRV_API void mdrv_vlog(const char *fmt, __builtin_va_list ap);

/* 1 the first time that @file:@line asks since the kernel half was loaded. */
MDRV_API int mdrv_once(const char *file, __u32 line);

/*
 * Memory. If the plan's table of sites says what record is allocated at
 * @file:@line (base name of the file), the kernel half owns it (builtin
 * downcalls) and it may be passed and stored; otherwise it is the process's own.
 */
MDRV_API void *mdrv_alloc(const char *file, __u32 line, __u64 size, __u32 gfp);
MDRV_API void *mdrv_memdup(const char *file, __u32 line, const void *src, __u64 size, __u32 gfp);
MDRV_API void mdrv_free(const void *ptr);
/* Memory of the process's own becomes what the plan says of @file:@line. Return: it, or @ptr */
MDRV_API void *mdrv_hand_over(const char *file, __u32 line, void *ptr, __u64 size, __u32 gfp);

/* The same for memory that the device core frees when the driver leaves @dev. */
MDRV_API void *mdrv_managed(const char *file, __u32 line, const void *dev, __u64 size, __u32 gfp);
MDRV_API void *mdrv_managed_dup(const char *file, __u32 line, const void *dev, const void *src,
				__u64 size, __u32 gfp);

/* The kernel's clocks, read locally. */
MDRV_API volatile unsigned long *mdrv_jiffies(void);
/* Have the variable at @at refreshed at every crossing. */
MDRV_API void mdrv_jiffies_mirror(unsigned long *at);
/* From now on also between crossings, while an upcall runs. */
MDRV_API void mdrv_jiffies_tick(void);
MDRV_API __u64 mdrv_ktime_ns(void);
MDRV_API __u32 mdrv_hz(void);

/* Kernel-flavoured formatting (%p extensions), for variadic print downcalls. */
MDRV_API int mdrv_vscnprintf(char *buf, unsigned long size, const char *fmt, __builtin_va_list ap);

/**
 * struct mdrv_half - the one symbol, "mdrv_half", that a user half exports
 * @plan: its tables
 */
struct mdrv_half {
	const struct mdrv_plan *plan;
};

#endif /* _MDRV_USER_H */
