// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int computes(int x)
{
	asm("bswap %0" : "+r"(x));
	return x;
}

MODULE_LICENSE("GPL");
/*
 * check-name: assembly that is not volatile only computes
 * reject: computes: ^  traits
 */
