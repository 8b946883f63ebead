// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * One crossing: encoding, decoding, and the two shapes it comes in. Arguments
 * are encoded straight into the session's buffer; the monitor makes sure that
 * only one thread is at it, and nothing crosses between the first put and the
 * sending.
 */
#include <errno.h>
#include <string.h>
#include <syslog.h>
#include "internal.h"

/* First failure wins: later puts and gets do nothing. */
static void fail(struct mdrv_call *call, int error, const char *what)
{
	if (call->error)
		return;
	call->error = error;
	mdrv_log(LOG_ERR, "%s(): %s", mdrv_current ? mdrv_current->upcall : "?", what);
}

static void put_bytes(struct mdrv_call *call, const void *from, u32 len)
{
	u32 padded = MDRV_PAD(len);

	if (call->error)
		return;
	if (padded > call->cap - call->len) {
		fail(call, -EMSGSIZE, "arguments exceed the size of a message");
		return;
	}
	if (len & 7)
		memset(call->out + call->len + (len & ~7u), 0, 8);
	memcpy(call->out + call->len, from, len);
	call->len += padded;
}

static const void *get_bytes(struct mdrv_call *call, u64 len)
{
	const u8 *at = call->at;

	if (call->error)
		return NULL;
	if (len > (u64)(call->end - at) || MDRV_PAD(len) > (u64)(call->end - at)) {
		fail(call, -EPROTO, "arguments from the kernel are cut off");
		return NULL;
	}
	call->at += MDRV_PAD(len);
	return at;
}

void mdrv_put_int(struct mdrv_call *call, __u64 value)
{
	put_bytes(call, &value, sizeof(value));
}

static void put_unknown(struct mdrv_call *call, const volatile void *ptr, const char *as)
{
	char what[160];
	char line[256] = "";

	if (call->error)
		return;
	mdrv_describe(ptr, what, sizeof(what));
	mdrv_scnprintf(line, sizeof(line), "a pointer to %s cannot be passed as %s", what, as);
	fail(call, -EFAULT, line);
}

void mdrv_put_ptr(struct mdrv_call *call, const volatile void *ptr, __u32 record)
{
	struct mdrv_ptr wire;

	if (mdrv_pointer_out(ptr, record, &wire))
		put_bytes(call, &wire, sizeof(wire));
	else
		put_unknown(call, ptr, mdrv_record_of(record)->name);
}

void mdrv_put_fn(struct mdrv_call *call, const void *fn)
{
	struct mdrv_ptr wire;

	if (mdrv_function_out(fn, &wire))
		put_bytes(call, &wire, sizeof(wire));
	else
		put_unknown(call, fn, "a function: it is not in the plan");
}

void mdrv_put_str(struct mdrv_call *call, const char *str)
{
	struct mdrv_ptr wire;

	if (!mdrv_string_out(str, &wire)) {
		put_unknown(call, str, "a string");
		return;
	}
	put_bytes(call, &wire, sizeof(wire));
	if (wire.tag == MDRV_T_STR)
		put_bytes(call, str, wire.value);
}

void mdrv_put_buf(struct mdrv_call *call, const void *ptr, __u64 len, __u32 access)
{
	if (!ptr)
		len = MDRV_BUF_NULL;
	else if (len > MDRV_BUF_MAX)
		fail(call, -EMSGSIZE, "a buffer argument is too long");
	mdrv_put_int(call, len);
	if (ptr && (access & MDRV_R))
		put_bytes(call, ptr, len);
}

__u64 mdrv_get_int(struct mdrv_call *call)
{
	const void *from = get_bytes(call, sizeof(u64));
	u64 value = 0;

	if (from)
		memcpy(&value, from, sizeof(value));
	return value;
}

static void *get_pointer(struct mdrv_call *call, u32 record, struct mdrv_ptr *wire)
{
	const void *from = get_bytes(call, sizeof(*wire));
	void *addr = NULL;

	*wire = (struct mdrv_ptr){ .tag = MDRV_T_NULL };
	if (!from)
		return NULL;
	memcpy(wire, from, sizeof(*wire));
	if (wire->tag != MDRV_T_STR && !mdrv_pointer_in(wire, record, &addr)) {
		fail(call, -EPROTO, "a pointer from the kernel does not translate");
		return NULL;
	}
	return addr;
}

void *mdrv_get_ptr(struct mdrv_call *call, __u32 record)
{
	struct mdrv_ptr wire;
	void *addr = get_pointer(call, record, &wire);

	if (wire.tag == MDRV_T_STR) {
		fail(call, -EPROTO, "a string from the kernel where an object is expected");
		return NULL;
	}
	return addr;
}

void *mdrv_get_fn(struct mdrv_call *call)
{
	return mdrv_get_ptr(call, MDRV_REC_VOID);
}

/* An argument lives as long as its message; what a downcall returns may be kept. */
const char *mdrv_get_str(struct mdrv_call *call)
{
	struct mdrv_ptr wire;
	const char *text = get_pointer(call, MDRV_REC_BYTES, &wire);

	if (wire.tag != MDRV_T_STR)
		return text;
	if (!wire.value || wire.value > MDRV_STR_MAX) {
		fail(call, -EPROTO, "a string from the kernel has a bad length");
		return NULL;
	}
	text = get_bytes(call, wire.value);
	if (!text)
		return NULL;
	if (text[wire.value - 1]) {
		fail(call, -EPROTO, "a string from the kernel has no end");
		return NULL;
	}
	return call->chain ? text : mdrv_intern(text, wire.value - 1);
}

void mdrv_get_bufresult(struct mdrv_call *call, void *ptr, __u64 len)
{
	u64 got = mdrv_get_int(call);
	const void *from;

	if (got == MDRV_BUF_NULL)
		return;
	from = get_bytes(call, got);
	if (from && ptr)
		memcpy(ptr, from, got < len ? got : len);
}

int mdrv_upcall_enter(struct mdrv_call *call)
{
	call->out = mdrv_self.args;
	call->cap = sizeof(mdrv_self.args);
	call->len = 0;
	return call->error;
}

/* Runs an upcall that has arrived, and sends its answer. */
int mdrv_answer_upcall(const struct mdrv_message *msg)
{
	const struct mdrv_upcall *up = &mdrv_self.plan->upcalls[msg->func];
	struct mdrv_call call = {
		.func = msg->func, .chain = msg->chain,
		.at = msg->args, .end = msg->args + msg->args_len,
	};
	struct mdrv_message answer = { .cmd = MDRV_CMD_UPCALL, .chain = msg->chain };

	answer.error = up->handler(&call);
	if (!answer.error)
		answer.error = call.error;
	mdrv_sync_out();
	answer.sync = mdrv_self.sync;
	answer.sync_len = mdrv_self.sync_len;
	if (!answer.error) {
		answer.args = mdrv_self.args;
		answer.args_len = call.len;
	}
	return mdrv_self.transport->send(mdrv_self.transport, &answer);
}

void mdrv_downcall_begin(struct mdrv_call *call, __u32 func)
{
	*call = (struct mdrv_call){
		.func = func, .out = mdrv_self.args, .cap = sizeof(mdrv_self.args),
	};
	if (!mdrv_current)
		mdrv_fatal("downcall %u outside of any upcall", func);
}

static const char *downcall_name(u32 func)
{
	static const char *const builtin[] = { "sync", "once", "alloc", "free", "managed" };
	const struct mdrv_plan *plan = mdrv_self.plan;

	if (func < plan->ndowncalls)
		return plan->downcall_names[func];
	if (func >= MDRV_DC_SYNC && func < MDRV_DC_END)
		return builtin[func - MDRV_DC_SYNC];
	return "?";
}

/* Sends what is encoded, with the changes already collected, and waits. */
static void downcall_send(struct mdrv_call *call)
{
	struct mdrv_message msg = {
		.cmd = MDRV_CMD_DOWNCALL, .chain = mdrv_current->chain, .func = call->func,
		.args = call->out, .args_len = call->len,
		.sync = mdrv_self.sync, .sync_len = mdrv_self.sync_len,
	};
	struct mdrv_message reply;

	mdrv_crossing(&msg, &reply);
	if (reply.error)
		mdrv_fatal("downcall %s: refused by the kernel: %s", downcall_name(call->func),
			   strerror(-reply.error));
	if (mdrv_sync_in(reply.sync, reply.sync_len))
		mdrv_fatal("downcall %s: cannot follow the kernel", downcall_name(call->func));
	call->msg = reply.buf;
	call->at = reply.args;
	call->end = reply.args + reply.args_len;
	mdrv_clock_mirror();
	mdrv_fault_downcall(downcall_name(call->func));
}

void mdrv_downcall_run(struct mdrv_call *call)
{
	if (call->error)
		mdrv_fatal("downcall %s: cannot be made", downcall_name(call->func));
	if (mdrv_verbose)
		mdrv_log(LOG_DEBUG, "  downcall %s", downcall_name(call->func));
	mdrv_sync_out();
	downcall_send(call);
}

__u64 mdrv_downcall_end(struct mdrv_call *call, __u64 value)
{
	if (call->error)
		mdrv_fatal("downcall %s: its result makes no sense", downcall_name(call->func));
	mdrv_buf_put(call->msg);
	call->msg = NULL;
	return value;
}

void mdrv_publish(void)
{
	struct mdrv_call call;

	if (!mdrv_current)
		return;
	mdrv_sync_out();
	if (!mdrv_self.sync_len)
		return;
	mdrv_downcall_begin(&call, MDRV_DC_SYNC);
	downcall_send(&call);
	mdrv_downcall_end(&call, 0);
}
