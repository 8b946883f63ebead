// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int fine(int x)
{
	int unused;

	if (x = 1)
		return 2;
	return 1;
}

MODULE_LICENSE("GPL");
/*
 * check-name: what only deserves a warning of the compiler is not the splitter's business
 * expect: fine: function fine
 * no-warning: .
 */
