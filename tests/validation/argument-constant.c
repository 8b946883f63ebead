// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	int table[4];
};

enum { CHOICE = 7 };
#define SIZE (sizeof(struct thing) * 2)

void take(const void *p, ...);

void constants(void)
{
	int i = 0;

	take(NULL, 1);
	take(0, CHOICE);
	take(NULL, SIZE);
	take(NULL, -3);
	take((void *)(long)i, i + 1);
}

MODULE_LICENSE("GPL");
/*
 * check-name: constant arguments have a value, computed ones have none
 * expect: constants: take .null .NULL. .*, int .1. int =1\)
 * expect: constants: take .null .0. .*, int .CHOICE. .* =7\)
 * expect: constants: take .null .NULL. .*, int .SIZE. unsigned long =32\)
 * expect: constants: take .null .NULL. .*, int .-3. int =-3\)
 * expect: constants: take .local .*, other .i . 1.
 */
