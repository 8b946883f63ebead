// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct stats {
	u32 good;
	u32 bad;
};

struct thing {
	int plain;
	struct stats stats;
};

static void clear(void *memory, size_t count)
{
	memset(memory, 0, count);
}

static void wipe(u8 *bytes, size_t count)
{
	while (count--)
		*bytes++ = 0;
}

static int keep(const void *memory)
{
	return memory != NULL;
}

void by_clear(struct thing *t)
{
	clear(&t->stats, sizeof(t->stats));
}

void by_wipe(struct stats *s)
{
	wipe((u8 *)s, sizeof(*s));
}

int by_keep(struct thing *t)
{
	return keep(t);
}

MODULE_LICENSE("GPL");
/*
 * check-name: what a helper does with a void * is done to the record that it gets
 * expect: by_clear: access .* struct stats.good w$
 * expect: by_wipe: access .* struct stats.bad w$
 * reject: by_keep: access
 * reject: clear: access
 */
