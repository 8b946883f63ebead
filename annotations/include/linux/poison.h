/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Stands in front of the kernel's header of that name where a driver is analysed and in
 * its user half. What list_del() leaves behind is an address of nothing: it is no object
 * that the halves could name to each other. NULL says the same, and faults as well.
 */
#ifndef _MDRV_OVERLAY_LINUX_POISON_H
#define _MDRV_OVERLAY_LINUX_POISON_H

#include_next <linux/poison.h>

#undef LIST_POISON1
#define LIST_POISON1	NULL
#undef LIST_POISON2
#define LIST_POISON2	NULL

#endif /* _MDRV_OVERLAY_LINUX_POISON_H */
