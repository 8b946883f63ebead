// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/netdevice.h>

static int on_poll(struct napi_struct *p0, int p1)
{
	return 0;
}

struct napi_struct table = {
	.poll = on_poll,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct napi_struct
 * context: on_poll: softirq
 */
