// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static void only_called(void) {}

void calls(void)
{
	(only_called)();
	(*only_called)();
}

MODULE_LICENSE("GPL");
/*
 * check-name: a function in brackets is called, not used as a value
 * reject: only_called: ^  ref
 * expect: calls: call 8:2 only_called
 * expect: calls: call 9:2 only_called
 */
