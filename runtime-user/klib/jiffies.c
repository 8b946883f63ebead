// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * For header inlines that read the variable: as of the last crossing. The
 * driver's own source gets the exact value by mdrv/interpose.h, which a header
 * cannot: headers have parameters and members of that name, too.
 */
#include "klib.h"

unsigned long jiffies;

static void __attribute__((constructor)) jiffies_mirror(void)
{
	mdrv_jiffies_mirror(&jiffies);
}
