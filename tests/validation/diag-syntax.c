// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int broken(void)
{
	return 1
}

MODULE_LICENSE("GPL");
/*
 * check-name: a file that does not compile, with the place
 * check-status: 1
 * error: diag-syntax.c:6:10: expected
 */
