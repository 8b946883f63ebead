// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/mdio.h>

static int on_mdio_read(struct net_device *p0, int p1, int p2, u16 p3)
{
	return 0;
}

static int on_mdio_write(struct net_device *p0, int p1, int p2, u16 p3, u16 p4)
{
	return 0;
}

struct mdio_if_info table = {
	.mdio_read = on_mdio_read,
	.mdio_write = on_mdio_write,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct mdio_if_info
 * context: on_mdio_read: process atomic
 * context: on_mdio_write: process atomic
 */
