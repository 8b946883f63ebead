// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int fast(int a) { return a; }
static int slow(int a) { return a; }
static int wrong(long a) { return 0; }

static int (*pick(int how))(int a)
{
	if (how > 2)
		return (int (*)(int a))wrong;
	return how ? fast : slow;
}

int run(int how)
{
	return pick(how)(1);
}

MODULE_LICENSE("GPL");
/*
 * check-name: the result of a helper, ?: and casts
 * expect: run: call .*pointer .*TARGETS result:fast,result:slow,result:wrong$
 */
