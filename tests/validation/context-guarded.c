// SPDX-License-Identifier: GPL-2.0-only
#include <linux/etherdevice.h>
#include <linux/ethtool.h>
#include <linux/module.h>
#include <linux/netdevice.h>

struct nic {
	int link, speed;
};

static u32 nic_get_link(struct net_device *dev)
{
	struct nic *nic = netdev_priv(dev);

	nic->speed = 100;
	return nic->link;
}

static int nic_ioctl(struct net_device *dev, struct ifreq *ifr, int cmd)
{
	struct nic *nic = netdev_priv(dev);

	nic->speed = 10;
	return nic->link ? 0 : -EIO;
}

static int nic_open(struct net_device *dev)
{
	dev = alloc_etherdev(sizeof(struct nic));
	return dev ? 0 : -ENOMEM;
}

const struct ethtool_ops tool_ops = { .get_link = nic_get_link };
const struct net_device_ops ops = { .ndo_open = nic_open, .ndo_eth_ioctl = nic_ioctl };
MODULE_LICENSE("GPL");
/*
 * check-name: an operation that only a rare caller calls in atomic context moves
 * domain: nic_get_link: user
 * domain: nic_ioctl: user
 * context: nic_get_link: process
 * assumption: nic_get_link\(\) for a caller that must not wait: netif_carrier_ok
 * assumption: nic_ioctl\(\) for a caller that must not wait: -EOPNOTSUPP
 */
