// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>
#include "include-itself.h"

int used(void)
{
	return DEPTH;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a header that includes itself without a guard
 * check-status: 1
 * error: include-itself.h:[0-9]+:[0-9]+: .*include nested too deeply
 */
