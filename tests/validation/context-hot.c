// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/netdevice.h>

static netdev_tx_t transmit(struct sk_buff *skb, struct net_device *dev)
{
	return NETDEV_TX_OK;
}

const struct net_device_ops operations = {
	.ndo_start_xmit = transmit,
};

MODULE_LICENSE("GPL");
/*
 * check-name: an operation on the data path
 * reason: transmit: ^root: called in softirq context: .*ndo_start_xmit \(data path\)
 */
