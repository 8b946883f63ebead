// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

static int helper(void)
{
	return 0;
}

static int __init start(void)
{
	return helper();
}
module_init(start);

static void __exit stop(void)
{
	helper();
}
module_exit(stop);

MODULE_LICENSE("GPL");
/*
 * check-name: loading and unloading a module is process context
 * context: start: process
 * context: stop: process
 * context: helper: process
 * domain: start: kernel
 * reason: start: ^module: runs when the module is loaded or unloaded
 */
