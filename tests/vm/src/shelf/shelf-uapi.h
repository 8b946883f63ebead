/* SPDX-License-Identifier: GPL-2.0-only WITH Linux-syscall-note */
#ifndef SHELF_UAPI_H
#define SHELF_UAPI_H

#include <linux/ioctl.h>
#include <linux/types.h>

struct shelf_usage {
	__u64 reads;
	__u64 writes;
	__u32 used;
	__u32 capacity;
	__u32 openers;
	__u32 last_error;
};

#define SHELF_RESET	_IO('s', 0x60)
#define SHELF_USAGE	_IOR('s', 0x61, struct shelf_usage)
#define SHELF_CAPACITY	_IOW('s', 0x62, __u32)
/* by value, and the old one as the result */
#define SHELF_EXCHANGE	_IO('s', 0x63)

#endif
