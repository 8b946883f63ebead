// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct ops {
	void (*done)(int a);
	void (*fail)(int a);
};

static void done(int a) { }
static void fail(int a) { }

static void install(void (**where)(int a), void (*what)(int a))
{
	*where = what;
}

void init(struct ops *ops)
{
	install(&ops->done, done);
	ops->fail = fail;
}

void run(struct ops *ops)
{
	ops->done(1);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a field that is written by its address
 * expect: run: call .*TARGETS slot:done$
 */
