// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/moduleparam.h>

static int on_set(const char *p0, const struct kernel_param *p1)
{
	return 0;
}

static int on_get(char *p0, const struct kernel_param *p1)
{
	return 0;
}

struct kernel_param_ops table = {
	.set = on_set,
	.get = on_get,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct kernel_param_ops
 * context: on_set: process
 * context: on_get: process
 */
