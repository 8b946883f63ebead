/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Allocators that kept code reaches through an inline of a header which has the symbol for
 * itself (FORTIFY_SOURCE): renaming it would do nothing. Comes after the plan.
 */
#ifndef _MDRV_MEMORY_H
#define _MDRV_MEMORY_H

static inline void *mdrv_given(struct mdrv_driver *drv, void *addr, size_t size)
{
	if (!IS_ERR_OR_NULL(addr))
		mdrv_alive(drv, addr, size);
	return addr;
}

/* Newer kernels have a macro of this name. */
#ifndef kmemdup
#define kmemdup(src, len, gfp) ({						\
	size_t mdrv_len = (len);						\
	mdrv_given(&mdrv_driver, (kmemdup)(src, mdrv_len, gfp), mdrv_len);	\
})
#endif

#endif /* _MDRV_MEMORY_H */
