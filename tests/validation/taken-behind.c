// SPDX-License-Identifier: GPL-2.0-only
#include <linux/ethtool.h>
#include <linux/netdevice.h>
#include <linux/module.h>

struct private {
	u32 level;
};

static void set_level(struct net_device *dev, u32 level)
{
	struct private *private = netdev_priv(dev);

	private->level = level;
}

static u32 get_level(struct net_device *dev)
{
	struct private *private = netdev_priv(dev);

	return private->level;
}

const struct ethtool_ops operations = {
	.get_msglevel = get_level,
	.set_msglevel = set_level,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a private area that nothing known allocates has no twin in the user half
 * domain: get_level: kernel
 * reason: get_level: takes what lies behind a struct net_device for a struct private
 */
