// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/ethtool.h>

static u32 level(struct net_device *dev)
{
	return dev->base_addr;
}

const struct ethtool_ops operations = {
	.get_msglevel = level,
};

MODULE_LICENSE("GPL");
/*
 * check-name: an unsigned result is enough if the knowledge base says what a failure is
 * domain: level: user
 */
