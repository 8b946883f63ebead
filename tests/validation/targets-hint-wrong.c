// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int helper(int a) { return a; }

int run(int (*op)(int a))
{
	return op(1) + helper(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a hint about targets names functions that exist
 * check-flags: --hints targets-hint-wrong.yaml
 * check-status: 1
 * error: targets-hint-wrong.yaml:3:3: function 'helped' does not exist; did you mean 'helper'
 */
