// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/ethtool.h>

static void level(struct net_device *dev, u32 to)
{
	dev->base_addr = to;
}

const struct ethtool_ops operations = {
	.set_msglevel = level,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a void operation moves if a call that nobody answers does no harm
 * domain: level: user
 * assumption: level\(\) without a daemon: changes what is logged
 */
