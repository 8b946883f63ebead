/* SPDX-License-Identifier: GPL-2.0-only */
#undef TRACE_SYSTEM
#define TRACE_SYSTEM chip
#if !defined(CHIP_TRACE_H) || defined(TRACE_HEADER_MULTI_READ)
#define CHIP_TRACE_H
#include <linux/tracepoint.h>
TRACE_EVENT(chip_level,
	TP_PROTO(u32 level),
	TP_ARGS(level),
	TP_STRUCT__entry(__field(u32, level)),
	TP_fast_assign(__entry->level = level;),
	TP_printk("level=%u", __entry->level)
);
#endif
#undef TRACE_INCLUDE_PATH
#define TRACE_INCLUDE_PATH .
#undef TRACE_INCLUDE_FILE
#define TRACE_INCLUDE_FILE chip_trace
#include <trace/define_trace.h>
