// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int jumps(int x)
{
	asm goto("jmp %l0" : : : : out);
	return x;
out:
	return 0;
}

MODULE_LICENSE("GPL");
/*
 * check-name: assembly that jumps
 * expect: jumps: traits asm-goto$
 */
