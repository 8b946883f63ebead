// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing *make(no_such_type x)
{
	return NULL;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a type that does not exist
 * check-status: 1
 * error: diag-unknown-type.c:4:20: unknown type name
 */
