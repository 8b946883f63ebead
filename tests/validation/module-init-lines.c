// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/init.h>

static int __init
start(void)
{
	return 0;
}
module_init(start);

MODULE_LICENSE("GPL");
/*
 * check-name: a definition begins at its storage class, its body at the brace
 * expect: start: function start .* init$
 * expect: start: lines 5,7-9
 */
