/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * First thing that every source file of a user half sees, after the kernel's own
 * kconfig.h and compiler_types.h (-include, see user-half.mk). It switches off
 * what needs a kernel around the code: patched instructions, tables collected
 * from linker sections, exports. What it leaves on is as deliberate: with
 * paravirt, per-CPU and preemption accesses as they are, a function that has no
 * business in a process fails to link, with its name, instead of crashing.
 */
#ifndef _MDRV_PRELUDE_H
#define _MDRV_PRELUDE_H

#define MDRV_USER_HALF	1

/*
 * Call sites that somebody would have to patch or enumerate. Drivers have code of
 * their own for dynamic debugging: interpose.h switches it on again for their text.
 */
#ifdef CONFIG_DYNAMIC_DEBUG
#define MDRV_DYNAMIC_DEBUG	1
#endif
#undef CONFIG_DYNAMIC_DEBUG
#undef CONFIG_DYNAMIC_DEBUG_CORE
#undef CONFIG_JUMP_LABEL
#undef CONFIG_TRACEPOINTS
#undef CONFIG_PRINTK_INDEX

/* Its helpers are kernel functions; the compiler's own checks stay. */
#undef CONFIG_FORTIFY_SOURCE

/* Instrumented memory functions go by other names than the library's. */
#undef CONFIG_KASAN
#undef CONFIG_KASAN_GENERIC

/* EXPORT_SYMBOL: exports stay in the kernel half, exactly once. */
#define __DISABLE_EXPORTS	1

#include <mdrv/user.h>

#endif /* _MDRV_PRELUDE_H */
