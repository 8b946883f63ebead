// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <net/rtnetlink.h>

static struct net_device *on_alloc(struct nlattr **p0, const char *p1, unsigned char p2,
	unsigned int p3, unsigned int p4)
{
	return 0;
}

static void on_setup(struct net_device *p0)
{
}

static int on_validate(struct nlattr **p0, struct nlattr **p1, struct netlink_ext_ack *p2)
{
	return 0;
}

static int on_newlink(struct net *p0, struct net_device *p1, struct nlattr **p2, struct nlattr
	**p3, struct netlink_ext_ack *p4)
{
	return 0;
}

static int on_changelink(struct net_device *p0, struct nlattr **p1, struct nlattr **p2, struct
	netlink_ext_ack *p3)
{
	return 0;
}

static void on_dellink(struct net_device *p0, struct list_head *p1)
{
}

static size_t on_get_size(const struct net_device *p0)
{
	return 0;
}

static int on_fill_info(struct sk_buff *p0, const struct net_device *p1)
{
	return 0;
}

static size_t on_get_xstats_size(const struct net_device *p0)
{
	return 0;
}

static int on_fill_xstats(struct sk_buff *p0, const struct net_device *p1)
{
	return 0;
}

static unsigned int on_get_num_tx_queues(void)
{
	return 0;
}

static unsigned int on_get_num_rx_queues(void)
{
	return 0;
}

static int on_slave_changelink(struct net_device *p0, struct net_device *p1, struct nlattr **p2,
	struct nlattr **p3, struct netlink_ext_ack *p4)
{
	return 0;
}

static size_t on_get_slave_size(const struct net_device *p0, const struct net_device *p1)
{
	return 0;
}

static int on_fill_slave_info(struct sk_buff *p0, const struct net_device *p1, const struct
	net_device *p2)
{
	return 0;
}

static struct net *on_get_link_net(const struct net_device *p0)
{
	return 0;
}

static size_t on_get_linkxstats_size(const struct net_device *p0, int p1)
{
	return 0;
}

static int on_fill_linkxstats(struct sk_buff *p0, const struct net_device *p1, int *p2, int p3)
{
	return 0;
}

struct rtnl_link_ops table = {
	.alloc = on_alloc,
	.setup = on_setup,
	.validate = on_validate,
	.newlink = on_newlink,
	.changelink = on_changelink,
	.dellink = on_dellink,
	.get_size = on_get_size,
	.fill_info = on_fill_info,
	.get_xstats_size = on_get_xstats_size,
	.fill_xstats = on_fill_xstats,
	.get_num_tx_queues = on_get_num_tx_queues,
	.get_num_rx_queues = on_get_num_rx_queues,
	.slave_changelink = on_slave_changelink,
	.get_slave_size = on_get_slave_size,
	.fill_slave_info = on_fill_slave_info,
	.get_link_net = on_get_link_net,
	.get_linkxstats_size = on_get_linkxstats_size,
	.fill_linkxstats = on_fill_linkxstats,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct rtnl_link_ops
 * context: on_alloc: process
 * context: on_setup: process
 * context: on_validate: process
 * context: on_newlink: process
 * context: on_changelink: process
 * context: on_dellink: process
 * context: on_get_size: process
 * context: on_fill_info: process
 * context: on_get_xstats_size: process
 * context: on_fill_xstats: process
 * context: on_get_num_tx_queues: process
 * context: on_get_num_rx_queues: process
 * context: on_slave_changelink: process
 * context: on_get_slave_size: atomic
 * context: on_fill_slave_info: process atomic
 * context: on_get_link_net: process atomic
 * context: on_get_linkxstats_size: process
 * context: on_fill_linkxstats: process
 */
