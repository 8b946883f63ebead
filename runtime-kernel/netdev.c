// SPDX-License-Identifier: GPL-2.0-only
/* What becomes of a network device whose driver was torn in the middle. */
#include <linux/netdevice.h>
#include <linux/rtnetlink.h>
#include <linux/slab.h>
#include "internal.h"

void mdrv_netdev_lost(struct net_device *dev)
{
	const struct net_device_ops *real = dev->netdev_ops;
	struct net_device_ops *ops;

	ASSERT_RTNL();
	if (!(dev->flags & IFF_UP))
		return;
	netdev_err(dev, "closed: its user half died in the middle of a change\n");
	ops = kmemdup(real, sizeof(*ops), GFP_KERNEL);
	if (!ops) {
		netif_device_detach(dev);
		return;
	}
	ops->ndo_stop = NULL;
	dev->netdev_ops = ops;
	dev_close(dev);
	dev->netdev_ops = real;
	/* Readers of the statistics may still look at the copy. */
	synchronize_net();
	kfree(ops);
}
EXPORT_SYMBOL_GPL(mdrv_netdev_lost);
