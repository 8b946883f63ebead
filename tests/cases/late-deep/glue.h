/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef GLUE_H
#define GLUE_H
#include <linux/io.h>
#include <linux/slab.h>
#include <linux/miscdevice.h>
static inline u32 glue(u32 v) { u32 *p = kmalloc(4, GFP_KERNEL); v += !!p; kfree(p); return v; }
#endif
