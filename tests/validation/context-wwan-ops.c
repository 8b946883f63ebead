// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/wwan.h>

static void on_setup(struct net_device *p0)
{
}

static int on_newlink(void *p0, struct net_device *p1, u32 p2, struct netlink_ext_ack *p3)
{
	return 0;
}

static void on_dellink(void *p0, struct net_device *p1, struct list_head *p2)
{
}

struct wwan_ops table = {
	.setup = on_setup,
	.newlink = on_newlink,
	.dellink = on_dellink,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct wwan_ops
 * context: on_setup: process
 * context: on_newlink: process
 * context: on_dellink: process
 */
