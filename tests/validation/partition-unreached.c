// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int level;

long control(unsigned long argument)
{
	return level;
}

MODULE_LICENSE("GPL");
/*
 * check-name: what nobody calls stays
 * domain: control: kernel
 * reason: control: ^unreached: nobody calls it
 */
