// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/mii.h>

static int on_mdio_read(struct net_device *p0, int p1, int p2)
{
	return 0;
}

static void on_mdio_write(struct net_device *p0, int p1, int p2, int p3)
{
}

struct mii_if_info table = {
	.mdio_read = on_mdio_read,
	.mdio_write = on_mdio_write,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct mii_if_info
 * context: on_mdio_read: atomic
 * context: on_mdio_write: atomic
 */
