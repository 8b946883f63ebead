/* SPDX-License-Identifier: GPL-2.0-only */
/* Events for perf and trace-cmd. Functions are told by their number in the plan. */
#undef TRACE_SYSTEM
#define TRACE_SYSTEM mdrv

#if !defined(_MDRV_TRACE_H) || defined(TRACE_HEADER_MULTI_READ)
#define _MDRV_TRACE_H

#include <linux/tracepoint.h>
#include "internal.h"

TRACE_EVENT(upcall_begin,
	TP_PROTO(const struct mdrv_call *call),
	TP_ARGS(call),
	TP_STRUCT__entry(
		__array(char, driver, MDRV_NAME_MAX + 1)
		__field(u32, session)
		__field(u32, chain)
		__field(u32, parent)
		__field(u32, func)
	),
	TP_fast_assign(
		strscpy(__entry->driver, call->drv->state->name, MDRV_NAME_MAX + 1);
		__entry->session = call->session->id;
		__entry->chain = call->chain;
		__entry->parent = call->parent ? call->parent->chain : 0;
		__entry->func = call->func;
	),
	TP_printk("driver=%s session=%u chain=%u parent=%u func=%u", __entry->driver,
		  __entry->session, __entry->chain, __entry->parent, __entry->func)
);

/* Without a begin, of session and chain 0, when there was none to make it. */
TRACE_EVENT(upcall_end,
	TP_PROTO(const struct mdrv_call *call, int error),
	TP_ARGS(call, error),
	TP_STRUCT__entry(
		__array(char, driver, MDRV_NAME_MAX + 1)
		__field(u32, session)
		__field(u32, chain)
		__field(u32, func)
		__field(u32, downcalls)
		__field(int, error)
		__field(bool, failed)
	),
	TP_fast_assign(
		strscpy(__entry->driver, call->drv->state->name, MDRV_NAME_MAX + 1);
		__entry->session = call->session ? call->session->id : 0;
		__entry->chain = call->chain;
		__entry->func = call->func;
		__entry->downcalls = call->served;
		__entry->error = error;
		__entry->failed = call->failed;
	),
	TP_printk("driver=%s session=%u chain=%u func=%u downcalls=%u error=%d failed=%d",
		  __entry->driver, __entry->session, __entry->chain, __entry->func,
		  __entry->downcalls, __entry->error, __entry->failed)
);

TRACE_EVENT(downcall,
	TP_PROTO(const struct mdrv_call *call, u32 downcall, int error),
	TP_ARGS(call, downcall, error),
	TP_STRUCT__entry(
		__array(char, driver, MDRV_NAME_MAX + 1)
		__field(u32, session)
		__field(u32, chain)
		__field(u32, func)
		__field(u32, downcall)
		__field(int, error)
	),
	TP_fast_assign(
		strscpy(__entry->driver, call->drv->state->name, MDRV_NAME_MAX + 1);
		__entry->session = call->session->id;
		__entry->chain = call->chain;
		__entry->func = call->func;
		__entry->downcall = downcall;
		__entry->error = error;
	),
	TP_printk("driver=%s session=%u chain=%u func=%u downcall=%u error=%d", __entry->driver,
		  __entry->session, __entry->chain, __entry->func, __entry->downcall,
		  __entry->error)
);

DECLARE_EVENT_CLASS(session,
	TP_PROTO(const struct mdrv_session *s, int error),
	TP_ARGS(s, error),
	TP_STRUCT__entry(
		__array(char, driver, MDRV_NAME_MAX + 1)
		__field(u32, session)
		__field(pid_t, pid)
		__field(int, error)
	),
	TP_fast_assign(
		strscpy(__entry->driver, s->state->name, MDRV_NAME_MAX + 1);
		__entry->session = s->id;
		__entry->pid = pid_nr(s->pid);
		__entry->error = error;
	),
	TP_printk("driver=%s session=%u pid=%d error=%d", __entry->driver, __entry->session,
		  __entry->pid, __entry->error)
);

DEFINE_EVENT(session, session_attach,
	TP_PROTO(const struct mdrv_session *s, int error), TP_ARGS(s, error));
DEFINE_EVENT(session, session_detach,
	TP_PROTO(const struct mdrv_session *s, int error), TP_ARGS(s, error));

#endif /* _MDRV_TRACE_H */

#undef TRACE_INCLUDE_PATH
#define TRACE_INCLUDE_PATH .
#undef TRACE_INCLUDE_FILE
#define TRACE_INCLUDE_FILE trace
#include <trace/define_trace.h>
