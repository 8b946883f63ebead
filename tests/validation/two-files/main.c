// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <pair.h>

static int helper(struct pair *pair)
{
	return pair->left = FROM_KBUILD;
}

int first(struct pair *pair)
{
	return helper(pair) + second(pair) + sum(pair);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a module of two files and a header of its own
 * expect: first: call .* second .param .pair.
 * expect: second: function second .*sub/second.c:9:5 .* defined driver
 * expect: helper: access 7:.* struct pair.left w$
 * expect: helper: access 6:.* struct pair.right r$
 * expect: sum: function sum .* header
 * reject: sum: driver
 * expect: struct_pair: record struct pair size 8 align 4 driver
 */
