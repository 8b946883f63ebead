// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/netdevice.h>

static int poll(struct napi_struct *napi, int budget)
{
	return 0;
}

void add(struct net_device *dev, struct napi_struct *napi)
{
	netif_napi_add(dev, napi, poll);
}

static int weighted(struct napi_struct *napi, int budget)
{
	return 0;
}

void add_weighted(struct net_device *dev, struct napi_struct *napi)
{
	netif_napi_add_weight(dev, napi, weighted, 16);
}

static int transmit(struct napi_struct *napi, int budget)
{
	return 0;
}

void add_transmit(struct net_device *dev, struct napi_struct *napi)
{
	netif_napi_add_tx_weight(dev, napi, transmit, 16);
}

MODULE_LICENSE("GPL");
/*
 * check-name: functions that NAPI polls, by every way to register them
 * context: poll: softirq
 * context: weighted: softirq
 * context: transmit: softirq
 * reason: poll: ^root: called in softirq context
 */
