/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef OWN_H
#define OWN_H
#include <linux/spinlock.h>
#include <linux/io.h>
struct own { spinlock_t lock; u32 n; void __iomem *regs; int (*fn)(struct own *); const char *name; };
extern struct own own;
static const u8 own_table[] = { 1, 2, 3 };
static inline u32 own_bump(struct own *o, u32 by) { u32 n; spin_lock_bh(&o->lock); o->n += by; n = o->n; spin_unlock_bh(&o->lock); return n; }
static inline void own_write(struct own *o, u32 v) { writel(v, o->regs + 4); }
static inline int own_call(struct own *o) { return o->fn ? o->fn(o) : -ENODEV; }
static __always_inline u8 own_entry(int i) { return own_table[i % ARRAY_SIZE(own_table)]; }
static int __maybe_unused own_static(struct own *o) { static int calls; return ++calls + o->n; }
static inline const char *own_name(const struct own *o) { return o->name; }
static u32 own_count;
static inline u32 own_next(void) { return ++own_count; }
#define own_macro(o) ({ u32 __n; spin_lock_bh(&(o)->lock); __n = (o)->n; spin_unlock_bh(&(o)->lock); __n; })
int b_set(u32 v);
#endif
