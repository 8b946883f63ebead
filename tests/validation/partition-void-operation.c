// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/ethtool.h>

static void refresh(struct net_device *dev)
{
	dev->base_addr = 0;
}

const struct net_device_ops operations = {
	.ndo_netpoll_cleanup = refresh,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a void operation cannot report that nobody answered
 * domain: refresh: kernel
 * reason: refresh: ^no-failure: .*ndo_netpoll_cleanup cannot report that nobody answered
 */
