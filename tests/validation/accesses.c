// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/string.h>

struct counters {
	u32 good;
	u32 bad;
};

struct part {
	int x;
	u8 name[16];
};

struct thing {
	int plain;
	struct counters stats;
	struct counters *shared;
	struct part parts[4];
	struct part *list;
	unsigned int flag : 1;
	unsigned int mode : 3;
	union {
		int number;
		void *pointer;
	};
	struct thing *next;
	u32 ring[8];
};

static struct thing one;
static int simple;

int use(int value);
void take(void *p);

void reads(struct thing *t)
{
	use(t->plain);
	if (t->flag)
		use(t->stats.good + t->shared->bad);
	use(t->next->next->number);
}

void writes(struct thing *t)
{
	t->plain = 1;
	t->stats.bad++;
	t->mode |= 2;
	t->pointer = NULL;
	t->shared->good = t->shared->bad;
	t->ring[t->plain] = 3;
}

void addresses(struct thing *t)
{
	take(&t->stats);
	take(t->ring);
	take(&t->shared->good);
	take(&t->parts[2].name[1]);
}

void arrays(struct thing *t, int i)
{
	t->parts[i].x = 1;
	use(t->list[i].x);
	t->list[i].name[0] = 'a';
}

void whole(struct thing *t, struct part *p, struct part *q)
{
	struct counters local = t->stats;

	*p = *q;
	use(local.good);
}

void others(struct thing *t)
{
	use((*t).plain);
	(*&t->stats).good = 1;
	((struct part *)t->pointer)->x = 1;
	use(sizeof(t->list));
	use(__builtin_types_compatible_p(typeof(t->plain), int));
}

void globals(void)
{
	one.plain = simple;
	simple++;
	take(&one);
	take(&one.stats);
}

struct thing *container(struct counters *c)
{
	struct thing *t = container_of(c, struct thing, stats);

	use(t->plain);
	return t;
}

void once(struct thing *t)
{
	use(READ_ONCE(t->plain));
	WRITE_ONCE(t->number, 1);
	use(*(u64 *)&t->stats.good);
}

MODULE_LICENSE("GPL");
/*
 * check-name: fields and globals, and how they are used
 * expect: reads: access .* struct thing.plain r$
 * expect: reads: access .* struct thing.flag r$
 * expect: reads: access .* struct thing.stats.good r$
 * expect: reads: access .* struct counters.bad r$
 * expect: reads: access .* struct thing.shared r$
 * expect: reads: access .* struct thing.next r$
 * expect: reads: access .* struct thing..number r$
 * reject: reads: access .* (w|rw|&)$
 * expect: writes: access 47:.* struct thing.plain w$
 * expect: writes: access .* struct thing.stats.bad rw$
 * expect: writes: access .* struct thing.mode rw$
 * expect: writes: access .* struct thing..pointer w$
 * expect: writes: access .* struct counters.good w$
 * expect: writes: access .* struct counters.bad r$
 * expect: writes: access .* struct thing.ring w$
 * expect: writes: access 52:.* struct thing.plain r$
 * expect: addresses: access .* struct thing.stats &$
 * expect: addresses: access .* struct thing.ring &$
 * expect: addresses: access .* struct counters.good &$
 * expect: addresses: access .* struct thing.parts.name &$
 * expect: arrays: access .* struct thing.parts.x w$
 * expect: arrays: access .* struct part.x r$
 * expect: arrays: access .* struct thing.list r$
 * expect: arrays: access .* struct part.name w$
 * expect: whole: access .* struct thing.stats r$
 * expect: whole: access .* struct part.x w$
 * expect: whole: access .* struct part.x r$
 * expect: whole: access .* struct part.name w$
 * expect: others: access .* struct thing.plain r$
 * expect: others: access .* struct thing.stats &$
 * expect: others: access .* struct counters.good w$
 * expect: others: access .* struct part.x w$
 * reject: others: access .* struct thing.list
 * reject: others: access 84:
 * expect: globals: access .* struct thing.plain w global=one
 * expect: globals: global .* simple rw$
 * expect: globals: global .* simple r$
 * expect: globals: global .* one &$
 * expect: container: access .* struct thing.plain r$
 * reject: container: access .* struct thing.stats
 * expect: once: access .* struct thing.plain r$
 * expect: once: access .* struct thing..number w$
 * reject: once: access .* struct thing.(plain|.number) .*&
 * expect: once: access .* struct thing.stats.good &$
 * expect: once: access .* struct counters.bad r$
 */
