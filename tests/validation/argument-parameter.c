// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing;

void take(const void *p, int n);

void parameters(struct thing *t, int n)
{
	take((void *)t, n);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a parameter that is handed on, by its number
 * expect: parameters: take .param .\(void \*\)t. void \* =0, param .n. int =1\)
 */
