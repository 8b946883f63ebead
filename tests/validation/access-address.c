// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct counters {
	u32 good;
};

struct part {
	u8 name[16];
};

struct thing {
	struct counters stats;
	struct counters *shared;
	struct part parts[4];
	u32 ring[8];
};

void take(void *p);

void addresses(struct thing *t)
{
	take(&t->stats);
	take(t->ring);
	take(&t->shared->good);
	take(&t->parts[2].name[1]);
}

MODULE_LICENSE("GPL");
/*
 * check-name: fields whose address is taken, arrays among them
 * expect: addresses: access .* struct thing.stats &$
 * expect: addresses: access .* struct thing.ring &$
 * expect: addresses: access .* struct counters.good &$
 * expect: addresses: access .* struct thing.parts.name &$
 */
