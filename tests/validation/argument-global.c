// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	int value;
};

static struct thing one;
static int numbers[4];
void take(const void *p);

void globals(void)
{
	take(&one);
	take(numbers);
	take(&numbers[1]);
}

MODULE_LICENSE("GPL");
/*
 * check-name: the address of a global variable, an array or an element of it
 * expect: globals: take .&global .&one. .* global=one
 * expect: globals: take .&global .numbers. .* global=numbers
 * expect: globals: take .&global .&numbers.1.. .* global=numbers
 */
