// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

static int debug;
module_param(debug, int, 0444);

int uses(void)
{
	return debug;
}

MODULE_LICENSE("GPL");
/*
 * check-name: a module parameter is a global that the kernel writes
 * expect: debug: global debug .* param
 * expect: uses: global .* debug r$
 */
