// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void take(void (*callback)(void));
static void callback(void) {}

void functions(void)
{
	take(callback);
	take(&callback);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a function as argument, with and without the address operator
 * expect: functions: take .function .callback. .* fn=callback
 * expect: functions: take .function .&callback. .* fn=callback
 */
