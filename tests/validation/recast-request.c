// SPDX-License-Identifier: GPL-2.0-only
#include <linux/etherdevice.h>
#include <linux/mii.h>
#include <linux/module.h>
#include <linux/netdevice.h>

struct nic {
	struct mii_if_info mii;
	int phy;
};

static int nic_ioctl(struct net_device *dev, struct ifreq *ifr, int cmd)
{
	struct mii_ioctl_data *data = if_mii(ifr);
	struct nic *nic = netdev_priv(dev);

	if (cmd != SIOCGMIIPHY)
		return generic_mii_ioctl(&nic->mii, data, cmd, NULL);
	data->phy_id = nic->phy;
	return 0;
}

static int nic_open(struct net_device *dev)
{
	dev = alloc_etherdev(sizeof(struct nic));
	return dev ? 0 : -ENOMEM;
}

const struct net_device_ops ops = { .ndo_open = nic_open, .ndo_eth_ioctl = nic_ioctl };
MODULE_LICENSE("GPL");
/*
 * check-name: the kernel half says where the MII registers of a request are
 * domain: nic_ioctl: user
 */
