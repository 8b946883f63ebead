// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

#include "ops.h"

static int reset(int a)
{
	return a;
}

static int start(int a)
{
	return a + 1;
}

static int (*local)(int a) = start;

static const struct shared_ops main_ops = { .reset = reset };

int call_main(void)
{
	return main_ops.reset(1) + second_ops.start(2) + local(3) + call_second(&main_ops);
}

MODULE_LICENSE("GPL");
/*
 * check-name: tables that two files share; static functions and variables of one name
 * expect: call_main: call .*slot struct shared_ops.reset .*TARGETS slot:reset,slot:reset$
 * expect: call_main: call .*slot struct shared_ops.start .*TARGETS slot:start$
 * expect: call_main: call .*pointer .*TARGETS variable:start$
 * expect: call_second: call .*slot struct shared_ops.reset .*TARGETS slot:reset,slot:reset$
 * expect: call_second: call .*pointer .*TARGETS variable:stop$
 * reject: call_second: OUTWARD|BY-TYPE|UNRESOLVED
 */
