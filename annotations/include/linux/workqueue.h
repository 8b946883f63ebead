/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Stands in front of the kernel's header of that name where a driver is analysed and in
 * its user half. flush_workqueue() there looks whether the queue is one of the kernel's
 * own, for a warning when the driver is compiled; the kernel half, which compiles the
 * same text, gives that.
 */
#ifndef _MDRV_OVERLAY_LINUX_WORKQUEUE_H
#define _MDRV_OVERLAY_LINUX_WORKQUEUE_H

#include_next <linux/workqueue.h>

#ifdef flush_workqueue
#undef flush_workqueue
#define flush_workqueue(wq)	__flush_workqueue(wq)
#endif

#endif /* _MDRV_OVERLAY_LINUX_WORKQUEUE_H */
