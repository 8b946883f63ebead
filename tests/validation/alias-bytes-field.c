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

struct message {
	u8 *bytes;
	const u8 *fixed;
	void *cookie;
};

void fill(struct message *m, struct stats *s)
{
	m->bytes = (u8 *)s;
}

void share(struct message *m, struct stats *s)
{
	m->fixed = (const u8 *)s;
}

void keep(struct message *m, struct stats *s)
{
	m->cookie = s;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a record stored as bytes is used by whoever takes it from there
 * expect: fill: access .* struct stats.good rw$
 * expect: share: access .* struct stats.good r$
 * reject: keep: access .* struct stats
 */
