// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void take(void (*callback)(void), int number);
static void passed(void) {}

void setup(void)
{
	take(passed, 1);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a function that is passed refers to the call and the argument
 * expect: passed: ref .* argument 0 of take in=setup
 */
