// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	int value;
};

void take(const void *p);

void locals(void)
{
	struct thing local;
	int array[3];

	take(&local);
	take(array);
	take(&array[1]);
}

MODULE_LICENSE("GPL");
/*
 * check-name: the address of a local variable, an array or an element of it
 * expect: locals: take .&local .&local. struct thing \*
 * expect: locals: take .&local .array. int\[3\]
 * expect: locals: take .&local .&array.1..
 */
