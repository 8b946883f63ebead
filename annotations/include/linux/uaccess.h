/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Stands in front of the kernel's header of that name where a driver is analysed and in
 * its user half. There get_user() and put_user() are assembly of each architecture; here
 * they are the copies that they are: of one value, checked, 0 where none was read. Those
 * that leave access_ok() to the caller ask once more.
 */
#ifndef _MDRV_OVERLAY_LINUX_UACCESS_H
#define _MDRV_OVERLAY_LINUX_UACCESS_H

#include_next <linux/uaccess.h>
#include <linux/errno.h>

#undef get_user
#define get_user(x, ptr)							\
	({									\
		const void __user *__mdrv_from = (ptr);				\
		__unqual_scalar_typeof(*(ptr)) __mdrv_read;			\
		int __mdrv_bad = copy_from_user(&__mdrv_read, __mdrv_from,	\
						sizeof(__mdrv_read)) ? -EFAULT : 0; \
										\
		(x) = (__force __typeof__(*(ptr)))(__mdrv_bad ? 0 : __mdrv_read); \
		__mdrv_bad;							\
	})
#undef __get_user
#define __get_user(x, ptr)	get_user(x, ptr)

#undef put_user
#define put_user(x, ptr)							\
	({									\
		void __user *__mdrv_to = (ptr);					\
		__unqual_scalar_typeof(*(ptr)) __mdrv_written = (x);		\
										\
		copy_to_user(__mdrv_to, &__mdrv_written,			\
			     sizeof(__mdrv_written)) ? -EFAULT : 0;		\
	})
#undef __put_user
#define __put_user(x, ptr)	put_user(x, ptr)

#endif /* _MDRV_OVERLAY_LINUX_UACCESS_H */
