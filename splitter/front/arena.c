// SPDX-License-Identifier: GPL-2.0-or-later
/* Memory for many small objects that go together. */
#include "arena.h"

#define BLOCK_SIZE 65536
#define ALIGNMENT 16

void arena_init(struct arena *arena)
{
	arena->blocks = g_ptr_array_new_with_free_func(g_free);
	arena->left = 0;
}

void arena_clear(struct arena *arena)
{
	g_ptr_array_unref(arena->blocks);
}

gpointer arena_take(struct arena *arena, gsize size)
{
	size = (size + ALIGNMENT - 1) & ~(gsize)(ALIGNMENT - 1);
	if (size > BLOCK_SIZE) {
		gpointer large = g_malloc0(size);

		/* not last: what is left is left of the last one */
		g_ptr_array_insert(arena->blocks, 0, large);
		return large;
	}
	if (size > arena->left) {
		g_ptr_array_add(arena->blocks, g_malloc0(BLOCK_SIZE));
		arena->left = BLOCK_SIZE;
	}
	arena->left -= size;
	return (char *)arena->blocks->pdata[arena->blocks->len - 1] + arena->left;
}
