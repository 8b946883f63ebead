// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct part;

int register_part(struct part *part, int (*change)(int to));

static int level;

static int change(int to)
{
	level = to;
	return 0;
}

int join(struct part *part)
{
	return register_part(part, change);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a callback of a kernel function that nothing is known of
 * check-settle: change
 * domain: change: kernel
 * context: change: unknown
 * ambiguity: hint functions: 
 */
