// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which devices are a driver's, and which addresses are theirs: the memory BARs of a
 * PCI device, the memory that a platform device was registered with. Nothing else may
 * be mapped at the word of a user half.
 */
#include <linux/device.h>
#include <linux/ioport.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include "internal.h"

bool mdrv_is_bound(const struct mdrv_driver *drv, const struct device *dev)
{
	const struct device_driver *driver = dev ? READ_ONCE(dev->driver) : NULL;

	return driver && driver->owner == drv->owner;
}

/* A range of memory, and whose it may be. */
struct span {
	const struct mdrv_driver *drv;
	phys_addr_t phys;
	size_t size;
};

static bool is_within(const struct resource *res, const struct span *span)
{
	u64 len = res->end - res->start + 1;

	return resource_type(res) == IORESOURCE_MEM && span->phys >= res->start &&
	       span->phys - res->start < len && span->size <= len - (span->phys - res->start);
}

static bool is_of_pci(struct pci_dev *pdev, const struct span *span)
{
	int i;

	for (i = 0; i < PCI_STD_NUM_BARS; i++)
		if (pci_resource_len(pdev, i) && is_within(&pdev->resource[i], span))
			return true;
	return false;
}

/* For bus_for_each_dev(). */
static int is_of_platform(struct device *dev, void *data)
{
	struct platform_device *pdev = to_platform_device(dev);
	const struct span *span = data;
	u32 i;

	if (!mdrv_is_bound(span->drv, dev))
		return 0;
	for (i = 0; i < pdev->num_resources; i++)
		if (is_within(&pdev->resource[i], span))
			return 1;
	return 0;
}

/**
 * mdrv_is_ours() - do addresses belong to some device that is bound to a driver?
 * @drv:	the driver
 * @phys:	the first
 * @size:	how many
 * Context: process; may sleep.
 */
bool mdrv_is_ours(const struct mdrv_driver *drv, phys_addr_t phys, size_t size)
{
	struct span span = { .drv = drv, .phys = phys, .size = size };
	struct pci_dev *pdev = NULL;

	if (!size)
		return false;
	for_each_pci_dev(pdev) {
		if (mdrv_is_bound(drv, &pdev->dev) && is_of_pci(pdev, &span)) {
			pci_dev_put(pdev);
			return true;
		}
	}
	return bus_for_each_dev(&platform_bus_type, NULL, &span, is_of_platform);
}
