// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int elsewhere(void)
{
	return 0;
}

int (*keep(void))(void)
{
	return elsewhere;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a function whose address goes anywhere may run in any context
 * domain: elsewhere: kernel
 * reason: elsewhere: not known
 */
