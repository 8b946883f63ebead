/* SPDX-License-Identifier: GPL-2.0-only WITH Linux-syscall-note */
/*
 * User interface of the edu driver: character devices /dev/edu0, /dev/edu1 ...
 *
 * read(), write(), lseek(), pread(), pwrite() reach the buffer inside the
 * device by DMA. poll() reports POLLPRI while an interrupt raised with
 * EDU_IOC_RAISE is pending.
 */
#ifndef EDU_UAPI_H
#define EDU_UAPI_H

#include <linux/ioctl.h>
#include <linux/types.h>

/*
 * One less than what the device has: some versions of QEMU (7.2 for one) take a
 * transfer of the last byte for one out of bounds, and exits.
 */
#define EDU_BUFFER_SIZE		4095

/**
 * struct edu_info - what the device says about itself, and counters
 * @id:		identification register
 * @version:	its version, major * 256 + minor
 * @interrupts:	interrupts handled since the device was bound
 * @transfers:	DMA transfers since then
 * @bytes:	bytes they moved
 */
struct edu_info {
	__u32 id;
	__u32 version;
	__u32 interrupts;
	__u32 transfers;
	__u64 bytes;
};

/**
 * struct edu_factorial - a computation on the device
 * @n:		the number, in
 * @result:	n! modulo 2^32, out
 */
struct edu_factorial {
	__u32 n;
	__u32 result;
};

/**
 * struct edu_wait - wait for interrupts raised by EDU_IOC_RAISE
 * @mask:	bits to wait for, in; bits that were raised and are now taken, out
 * @timeout_ms:	at most so long; 0: do not wait
 */
struct edu_wait {
	__u32 mask;
	__u32 timeout_ms;
};

/* Bits that the device uses itself: computation done, transfer done. */
#define EDU_IRQ_RESERVED	0x00000101

#define EDU_IOC_INFO		_IOR('E', 0, struct edu_info)
#define EDU_IOC_FACTORIAL	_IOWR('E', 1, struct edu_factorial)
#define EDU_IOC_LIVENESS	_IOWR('E', 2, __u32)	/* comes back inverted */
#define EDU_IOC_RAISE		_IOW('E', 3, __u32)	/* bits of the interrupt */
#define EDU_IOC_WAIT		_IOWR('E', 4, struct edu_wait)

#endif /* EDU_UAPI_H */
