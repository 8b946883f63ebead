// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void wrong_type(void);
static void (*cb)(void);
static void first(void) { }
static void second(void) { }

void run(int *number)
{
	cb = __builtin_choose_expr(sizeof(*number) == 4, first, second);
	__builtin_choose_expr(sizeof(*number) == 4, cb, wrong_type)();
	__builtin_choose_expr(sizeof(*number) == 4, (void)0, wrong_type());
}

MODULE_LICENSE("GPL");
/*
 * check-name: of __builtin_choose_expr() only what is compiled counts
 * expect: run: call 12:.*TARGETS variable:first$
 * reject: run: call .*wrong_type
 * reject: second: ref
 */
