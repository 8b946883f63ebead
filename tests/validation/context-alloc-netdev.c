// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/netdevice.h>

static void setup(struct net_device *dev)
{
}

struct net_device *make(void)
{
	return alloc_netdev(0, "x%d", NET_NAME_UNKNOWN, setup);
}

MODULE_LICENSE("GPL");
/*
 * check-name: the set-up function of a network device runs in process context
 * context: setup: process
 */
