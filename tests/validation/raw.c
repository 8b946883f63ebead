// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/string.h>

struct inner {
	u32 a;
	u32 b[2];
};

struct thing {
	struct inner now;
	struct inner before;
	struct {
		struct inner deep;
		int c;
	} group;
	struct inner *list;
};

static struct thing one;

void sets(struct thing *t)
{
	memset(&t->now, 0, sizeof(t->now));
}

void copies(struct thing *t)
{
	memcpy((void *)&t->group, t->list, sizeof(t->group));
}

void compares(struct thing *t)
{
	if (!memcmp(&t->now, &t->before, sizeof(t->now)))
		memset(&one, 0xff, sizeof(one));
}

u32 reinterprets(struct thing *t)
{
	((u8 *)&t->before)[3] = 1;
	return *(u16 *)t->list;
}

int on_stack(void)
{
	struct inner local;

	memset(&local, 0, sizeof(local));
	return local.a;
}

MODULE_LICENSE("GPL");
/*
 * check-name: records used as mere memory
 * expect: sets: access .* struct inner.a w$
 * expect: sets: access .* struct inner.b w$
 * reject: sets: access .* r$
 * expect: copies: access .* \.deep.a w$
 * expect: copies: access .* \.c w$
 * expect: copies: access .* struct inner.a r$
 * expect: compares: access .* struct inner.b r$
 * expect: compares: access .* struct thing.now.a w global=one$
 * expect: compares: access .* struct thing.group.deep.b w global=one$
 * expect: reinterprets: access .* struct inner.b w$
 * expect: reinterprets: access .* struct inner.a r$
 * reject: on_stack: access .* w
 */
