// SPDX-License-Identifier: GPL-2.0-only
/* A device with MII registers and no link of its own to show: who asks for it reads them. */
#include <linux/etherdevice.h>
#include <linux/mii.h>
#include <linux/module.h>
#include <linux/netdevice.h>

struct part {
	u16 registers[32];
	u32 writes;
};

static struct net_device *device;

static netdev_tx_t part_xmit(struct sk_buff *skb, struct net_device *dev)
{
	dev_kfree_skb_any(skb);
	return NETDEV_TX_OK;
}

static int part_ioctl(struct net_device *dev, struct ifreq *ifr, int cmd)
{
	struct mii_ioctl_data *data = if_mii(ifr);
	struct part *part = netdev_priv(dev);

	switch (cmd) {
	case SIOCGMIIPHY:
		data->phy_id = 3;
		fallthrough;
	case SIOCGMIIREG:
		data->val_out = part->registers[data->reg_num & 0x1f];
		return 0;
	case SIOCSMIIREG:
		if (data->reg_num > 0x1f)
			return -EINVAL;
		part->registers[data->reg_num] = data->val_in;
		part->writes++;
		return 0;
	default:
		return -EOPNOTSUPP;
	}
}

static const struct net_device_ops part_ops = {
	.ndo_start_xmit = part_xmit,
	.ndo_eth_ioctl = part_ioctl,
	.ndo_set_mac_address = eth_mac_addr,
};

static int __init part_init(void)
{
	struct part *part;
	int err;

	device = alloc_etherdev(sizeof(struct part));
	if (!device)
		return -ENOMEM;
	part = netdev_priv(device);
	part->registers[MII_BMSR] = BMSR_LSTATUS;
	device->netdev_ops = &part_ops;
	eth_hw_addr_random(device);
	strscpy(device->name, "part%d", sizeof(device->name));
	err = register_netdev(device);
	if (err)
		free_netdev(device);
	return err;
}

static void __exit part_exit(void)
{
	unregister_netdev(device);
	free_netdev(device);
}

module_init(part_init);
module_exit(part_exit);
MODULE_LICENSE("GPL");
