// SPDX-License-Identifier: GPL-2.0-only
#include <linux/ethtool.h>
#include <linux/module.h>

static int asked;

static u32 nic_get_link(struct net_device *dev)
{
	return ++asked & 1;
}

const struct ethtool_ops tool_ops = { .get_link = nic_get_link };
MODULE_LICENSE("GPL");
/*
 * check-name: with --strict an operation with a rare caller in atomic context stays
 * check-flags: --strict
 * domain: nic_get_link: kernel
 * context: nic_get_link: process atomic
 */
