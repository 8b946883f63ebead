// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/memstick.h>

static void on_request(struct memstick_host *p0)
{
}

static int on_set_param(struct memstick_host *p0, enum memstick_param p1, int p2)
{
	return 0;
}

struct memstick_host table = {
	.request = on_request,
	.set_param = on_set_param,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct memstick_host
 * context: on_request: process atomic softirq
 * context: on_set_param: process
 */
