// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/ethtool.h>

static int change(struct net_device *dev, int mtu)
{
	napi_disable(dev->ml_priv);
	dev->mtu = mtu;
	return 0;
}

const struct net_device_ops operations = {
	.ndo_change_mtu = change,
};

MODULE_LICENSE("GPL");
/*
 * check-name: unless the knowledge base says how to mend what it leaves
 * no-reason: change: what is in use
 */
