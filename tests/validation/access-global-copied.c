// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct point {
	char x;
	int y;
};

static struct point one, other, table[3];

static void copy(int n)
{
	one = other;
	table[n] = one;
}

void run(void)
{
	copy(1);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a global struct that is copied as a whole: all its fields
 * expect: copy: access .* struct point.y w global=one$
 * expect: copy: access .* struct point.x r global=other$
 * expect: copy: access .* struct point.y w global=table$
 */
