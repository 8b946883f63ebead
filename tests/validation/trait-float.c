// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int rounded(int x)
{
	double y = x;

	return y * 1.5;
}

MODULE_LICENSE("GPL");
/*
 * check-name: floating point
 * expect: rounded: traits float$
 */
