/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory for many small objects that go together. */
#ifndef MDRV_ARENA_H
#define MDRV_ARENA_H

#include <glib.h>

struct arena {
	GPtrArray *blocks;
	gsize left;	/* in the last block */
};

void arena_init(struct arena *arena);
void arena_clear(struct arena *arena);
/* Zeroed, aligned for any object. */
gpointer arena_take(struct arena *arena, gsize size);

#endif /* MDRV_ARENA_H */
