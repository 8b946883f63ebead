/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A kernel half made by hand: a transport for libmdrv whose other end is the test.
 * Lists are built with the list_* functions, padded as on the wire.
 */
#ifndef LOOPBACK_H
#define LOOPBACK_H

#include "internal.h"	/* libmdrv's */

struct list {
	u8 data[MDRV_LIST_MAX] __attribute__((aligned(8)));
	u32 len;
};

void list_bytes(struct list *list, const void *data, u32 len);
void list_int(struct list *list, u64 value);
void list_ptr(struct list *list, u16 tag, u16 obj, u16 gen, u16 place, u64 value);
void list_string(struct list *list, const char *text);
void list_item(struct list *list, u16 op, u16 obj, u16 gen, u16 field, u32 elem,
	       const void *data, u32 len);
void list_new(struct list *list, u16 obj, u16 gen, const struct mdrv_new *what);
void list_set_int(struct list *list, u16 obj, u16 gen, u16 field, u32 elem, u64 value);

/* Makes libmdrv use the loopback for @plan, with no objects. */
void loopback_start(const struct mdrv_plan *plan);
/* The daemon's first worker, in a thread. */
void loopback_serve(void);

void kernel_upcall(u32 chain, u32 parent, u32 func, const struct list *args,
		   const struct list *sync);
void kernel_answer(u32 chain, int error, const struct list *args, const struct list *sync);
void kernel_detach(int error);
/* The user half's next message; its lists are copied to @args and @sync. */
struct mdrv_message kernel_next(struct list *args, struct list *sync);

#endif /* LOOPBACK_H */
