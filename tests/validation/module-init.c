// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/init.h>

static int first(void)
{
	return 0;
}
module_init(first);

static void last(void)
{
}
module_exit(last);

MODULE_LICENSE("GPL");
/*
 * check-name: functions named by module_init and module_exit, without __init and __exit
 * expect: first: function first .* init$
 * expect: last: function last .* exit$
 */
