/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What changed between the kernels that mdrv.ko is built for (6.1 and 6.12). The
 * core is written for the newest; this is the only place with a version test.
 */
#ifndef _MDRV_COMPAT_H
#define _MDRV_COMPAT_H

#include <linux/device.h>
#include <linux/mm.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 3, 0)
/* vm_flags became constant, with setters that assert the right lock, in 6.3. */
static inline void mdrv_vm_flags_set(struct vm_area_struct *vma, unsigned long flags)
{
	vma->vm_flags |= flags;
}

static inline void mdrv_vm_flags_clear(struct vm_area_struct *vma, unsigned long flags)
{
	vma->vm_flags &= ~flags;
}
#else
#define mdrv_vm_flags_set vm_flags_set
#define mdrv_vm_flags_clear vm_flags_clear
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 4, 0)
/* class_create() lost its module argument in 6.4. */
#define mdrv_class_create(name) class_create(THIS_MODULE, name)
#else
#define mdrv_class_create(name) class_create(name)
#endif

/* The device of a class's devnode callback became const in 6.2. */
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 2, 0)
#define MDRV_DEVNODE_DEVICE struct device
#else
#define MDRV_DEVNODE_DEVICE const struct device
#endif

#endif /* _MDRV_COMPAT_H */
