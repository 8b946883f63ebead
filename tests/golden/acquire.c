// SPDX-License-Identifier: GPL-2.0-only
/* A private area, acquisitions with their undo, kept code that releases, and is sent. */
#include <linux/etherdevice.h>
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/pci.h>

struct nic {
	void __iomem *regs;
	struct pci_dev *pdev;
	struct napi_struct napi;
	spinlock_t lock;
};

static int nic_open(struct net_device *dev)
{
	struct nic *nic = netdev_priv(dev);

	napi_enable(&nic->napi);
	netif_start_queue(dev);
	return 0;
}

static int nic_stop(struct net_device *dev)
{
	struct nic *nic = netdev_priv(dev);
	unsigned long flags;

	napi_disable(&nic->napi);
	spin_lock_irqsave(&nic->lock, flags);
	netif_stop_queue(dev);
	spin_unlock_irqrestore(&nic->lock, flags);
	return 0;
}

/* Sends kept code, which must not come upon what is not there. */
static int nic_change_mtu(struct net_device *dev, int mtu)
{
	nic_stop(dev);
	dev->mtu = mtu;
	return nic_open(dev);
}

static const struct net_device_ops nic_ops = {
	.ndo_open = nic_open,
	.ndo_change_mtu = nic_change_mtu,
	.ndo_stop = nic_stop,
};

static int nic_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct net_device *dev = alloc_etherdev(sizeof(struct nic));
	struct nic *nic;
	int rc;

	if (!dev)
		return -ENOMEM;
	nic = netdev_priv(dev);
	nic->pdev = pdev;
	spin_lock_init(&nic->lock);
	dev->netdev_ops = &nic_ops;
	rc = pci_enable_device(pdev);
	if (rc)
		goto err_free;
	nic->regs = ioremap(pci_resource_start(pdev, 0), 256);
	if (!nic->regs) {
		rc = -EIO;
		goto err_disable;
	}
	pci_set_drvdata(pdev, dev);
	rc = register_netdev(dev);
	if (!rc)
		return 0;
	iounmap(nic->regs);
err_disable:
	pci_disable_device(pdev);
err_free:
	free_netdev(dev);
	return rc;
}

static const struct pci_device_id nic_ids[] = { { PCI_DEVICE(0x1234, 0x5678) }, { } };

static struct pci_driver nic_driver = {
	.name = "acquire",
	.id_table = nic_ids,
	.probe = nic_probe,
};

module_pci_driver(nic_driver);
MODULE_LICENSE("GPL");
