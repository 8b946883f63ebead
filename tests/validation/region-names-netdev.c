// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct net_device;

void netif_tx_lock(struct net_device *dev);
void netif_tx_unlock(struct net_device *dev);
void netif_tx_lock_bh(struct net_device *dev);
void netif_tx_unlock_bh(struct net_device *dev);
void __netif_tx_lock(struct net_device *dev);
void __netif_tx_unlock(struct net_device *dev);
void __netif_tx_lock_bh(struct net_device *dev);
void __netif_tx_unlock_bh(struct net_device *dev);
void netif_addr_lock(struct net_device *dev);
void netif_addr_unlock(struct net_device *dev);
void netif_addr_lock_bh(struct net_device *dev);
void netif_addr_unlock_bh(struct net_device *dev);
void target(int mark);

void with_netif_tx_lock(struct net_device *dev)
{
	netif_tx_lock(dev);
	target(1);
	netif_tx_unlock(dev);
	target(2);
}

void with_netif_tx_lock_bh(struct net_device *dev)
{
	netif_tx_lock_bh(dev);
	target(1);
	netif_tx_unlock_bh(dev);
	target(2);
}

void with___netif_tx_lock(struct net_device *dev)
{
	__netif_tx_lock(dev);
	target(1);
	__netif_tx_unlock(dev);
	target(2);
}

void with___netif_tx_lock_bh(struct net_device *dev)
{
	__netif_tx_lock_bh(dev);
	target(1);
	__netif_tx_unlock_bh(dev);
	target(2);
}

void with_netif_addr_lock(struct net_device *dev)
{
	netif_addr_lock(dev);
	target(1);
	netif_addr_unlock(dev);
	target(2);
}

void with_netif_addr_lock_bh(struct net_device *dev)
{
	netif_addr_lock_bh(dev);
	target(1);
	netif_addr_unlock_bh(dev);
	target(2);
}

MODULE_LICENSE("GPL");
/*
 * check-name: locks of a network device
 * expect: with_netif_tx_lock: =1\).* HELD spinlock by
 * reject: with_netif_tx_lock: =2\).* HELD
 * expect: with_netif_tx_lock_bh: =1\).* HELD spinlock bh-off by
 * reject: with_netif_tx_lock_bh: =2\).* HELD
 * expect: with___netif_tx_lock: =1\).* HELD spinlock by
 * reject: with___netif_tx_lock: =2\).* HELD
 * expect: with___netif_tx_lock_bh: =1\).* HELD spinlock bh-off by
 * reject: with___netif_tx_lock_bh: =2\).* HELD
 * expect: with_netif_addr_lock: =1\).* HELD spinlock by
 * reject: with_netif_addr_lock: =2\).* HELD
 * expect: with_netif_addr_lock_bh: =1\).* HELD spinlock bh-off by
 * reject: with_netif_addr_lock_bh: =2\).* HELD
 */
