// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void take(const char *text);

void strings(void)
{
	take("text");
}

MODULE_LICENSE("GPL");
/*
 * check-name: a string literal as argument
 * expect: strings: take .string ."text".
 */
