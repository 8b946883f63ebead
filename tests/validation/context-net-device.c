// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/netdevice.h>

static void on_priv_destructor(struct net_device *p0)
{
}

struct net_device table = {
	.priv_destructor = on_priv_destructor,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct net_device
 * context: on_priv_destructor: process
 */
