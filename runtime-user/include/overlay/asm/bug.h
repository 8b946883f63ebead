/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Stands in front of the kernel's header of that name: BUG() and WARN() there
 * raise an invalid instruction and find their place in a table of the kernel.
 */
#ifndef _MDRV_OVERLAY_ASM_BUG_H
#define _MDRV_OVERLAY_ASM_BUG_H

#include <linux/stringify.h>
#include <linux/instrumentation.h>

#define HAVE_ARCH_BUG
#define BUG()			mdrv_trap("BUG at " __FILE__ ":" __stringify(__LINE__))
#define __WARN_FLAGS(flags)	mdrv_warned(__FILE__ ":" __stringify(__LINE__), (flags))

#include <asm-generic/bug.h>

#endif /* _MDRV_OVERLAY_ASM_BUG_H */
