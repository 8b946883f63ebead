// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int plain(int a) { return a; }
static int taken(int a) { return a; }
static long other(int a) { return a; }

void *cookies[2];

void hide(void)
{
	cookies[0] = (void *)taken;
	cookies[1] = (void *)other;
}

int run(unsigned long number)
{
	int (*op)(int a) = (int (*)(int a))(number * 8);

	return op(1) + plain(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: the last resort: what has the type and whose address is taken
 * expect: run: call 20:9 pointer .*TARGETS type:taken OUTWARD BY-TYPE$
 * reject: run: type:(plain|other)
 * expect: taken: escape 12:
 * assumption: call through 'op': taken to reach the kernel and what has the type .*run: .targets
 */
