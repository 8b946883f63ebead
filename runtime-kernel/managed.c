// SPDX-License-Identifier: GPL-2.0-only
/*
 * Stand-ins for functions that map registers until the device is unbound. The device
 * core unmaps them; an action of the same device, which runs before, takes them out of
 * the registry and out of the processes that have them mapped (mapped.c). So a user half
 * has nothing to give back, and a dead one leaves nothing behind.
 */
#include <linux/device.h>
#include <linux/io.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include "internal.h"

static bool may_map(struct mdrv_driver *drv, const struct device *dev, phys_addr_t phys,
		    size_t size)
{
	if (mdrv_is_bound(drv, dev) && mdrv_is_ours(drv, phys, size))
		return true;
	pr_warn_ratelimited("mdrv: %s: mapping of %pa refused: in no BAR or resource of its own\n",
			    drv->plan->name, &phys);
	return false;
}

/* What was mapped is known from here on. */
static int enter(struct mdrv_driver *drv, struct device *dev, void __iomem *addr,
		 phys_addr_t phys, size_t size)
{
	const struct mdrv_entry e = {
		.addr = (unsigned long)addr, .size = size, .kind = MDRV_O_REGION,
		.record = MDRV_REC_BYTES, .by_user = true, .io = true, .map = 1, .phys = phys,
	};

	return mdrv_manage_io(drv->state, dev, &e);
}

void __iomem *mdrv_via_devm_ioremap(struct mdrv_driver *drv, struct device *dev,
				    resource_size_t phys, resource_size_t size)
{
	void __iomem *addr = may_map(drv, dev, phys, size) ? devm_ioremap(dev, phys, size) : NULL;

	if (!addr || !enter(drv, dev, addr, phys, size))
		return addr;
	devm_iounmap(dev, addr);
	return NULL;
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_ioremap);

void __iomem *mdrv_via_devm_ioremap_trusted(struct mdrv_driver *drv, struct device *dev,
					    resource_size_t phys, resource_size_t size)
{
	void __iomem *addr = devm_ioremap(dev, phys, size);

	mdrv_io_mapped(drv, dev, (const volatile void *)addr, size);
	return addr;
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_ioremap_trusted);

void __iomem *mdrv_via_devm_ioremap_resource(struct mdrv_driver *drv, struct device *dev,
					     const struct resource *res)
{
	void __iomem *addr;
	int err;

	/* No resource, or one of ports: the kernel says what is wrong with it. */
	if (res && resource_type(res) == IORESOURCE_MEM &&
	    !may_map(drv, dev, res->start, resource_size(res)))
		return IOMEM_ERR_PTR(-EPERM);
	if (!mdrv_is_bound(drv, dev))
		return IOMEM_ERR_PTR(-EPERM);
	addr = devm_ioremap_resource(dev, res);
	err = IS_ERR(addr) ? 0 : enter(drv, dev, addr, res->start, resource_size(res));
	if (!err)
		return addr;
	devm_iounmap(dev, addr);
	devm_release_mem_region(dev, res->start, resource_size(res));
	return IOMEM_ERR_PTR(err);
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_ioremap_resource);

void __iomem *mdrv_via_devm_ioremap_resource_trusted(struct mdrv_driver *drv, struct device *dev,
						     const struct resource *res)
{
	void __iomem *addr = devm_ioremap_resource(dev, res);

	if (!IS_ERR(addr))
		mdrv_io_mapped(drv, dev, (const volatile void *)addr, resource_size(res));
	return addr;
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_ioremap_resource_trusted);

void __iomem *mdrv_via_devm_platform_ioremap_resource(struct mdrv_driver *drv,
						      struct platform_device *pdev,
						      unsigned int index)
{
	return mdrv_via_devm_ioremap_resource(drv, &pdev->dev,
					      platform_get_resource(pdev, IORESOURCE_MEM, index));
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_platform_ioremap_resource);

void __iomem *mdrv_via_devm_platform_ioremap_resource_trusted(struct mdrv_driver *drv,
							      struct platform_device *pdev,
							      unsigned int index)
{
	struct resource *res = platform_get_resource(pdev, IORESOURCE_MEM, index);

	return mdrv_via_devm_ioremap_resource_trusted(drv, &pdev->dev, res);
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_platform_ioremap_resource_trusted);

void __iomem *mdrv_via_devm_platform_ioremap_resource_byname(struct mdrv_driver *drv,
							     struct platform_device *pdev,
							     const char *name)
{
	struct resource *res = platform_get_resource_byname(pdev, IORESOURCE_MEM, name);

	return mdrv_via_devm_ioremap_resource(drv, &pdev->dev, res);
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_platform_ioremap_resource_byname);

void __iomem *
mdrv_via_devm_platform_ioremap_resource_byname_trusted(struct mdrv_driver *drv,
						       struct platform_device *pdev,
						       const char *name)
{
	struct resource *res = platform_get_resource_byname(pdev, IORESOURCE_MEM, name);

	return mdrv_via_devm_ioremap_resource_trusted(drv, &pdev->dev, res);
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_platform_ioremap_resource_byname_trusted);

void __iomem *
mdrv_via_devm_platform_get_and_ioremap_resource(struct mdrv_driver *drv,
						struct platform_device *pdev,
						unsigned int index, struct resource **res)
{
	struct resource *found = platform_get_resource(pdev, IORESOURCE_MEM, index);

	if (res)
		*res = found;
	return mdrv_via_devm_ioremap_resource(drv, &pdev->dev, found);
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_platform_get_and_ioremap_resource);

void __iomem *
mdrv_via_devm_platform_get_and_ioremap_resource_trusted(struct mdrv_driver *drv,
							struct platform_device *pdev,
							unsigned int index,
							struct resource **res)
{
	struct resource *found = platform_get_resource(pdev, IORESOURCE_MEM, index);

	if (res)
		*res = found;
	return mdrv_via_devm_ioremap_resource_trusted(drv, &pdev->dev, found);
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_platform_get_and_ioremap_resource_trusted);

/* Bytes of a BAR that are mapped if no more than @maxlen are wanted (0: all). */
static size_t bar_size(struct pci_dev *pdev, int bar, unsigned long maxlen)
{
	u64 len = pci_resource_len(pdev, bar);

	return maxlen && maxlen < len ? maxlen : len;
}

static bool is_memory(struct pci_dev *pdev, int bar)
{
	return pci_resource_flags(pdev, bar) & IORESOURCE_MEM;
}

void __iomem *mdrv_via_pcim_iomap(struct mdrv_driver *drv, struct pci_dev *pdev, int bar,
				  unsigned long maxlen)
{
	void __iomem *addr;

	if (!mdrv_is_bound(drv, &pdev->dev) || bar < 0 || bar >= PCI_STD_NUM_BARS)
		return NULL;
	addr = pcim_iomap(pdev, bar, maxlen);
	if (!addr || !is_memory(pdev, bar) ||
	    !enter(drv, &pdev->dev, addr, pci_resource_start(pdev, bar),
		   bar_size(pdev, bar, maxlen)))
		return addr;
	pcim_iounmap(pdev, addr);
	return NULL;
}
EXPORT_SYMBOL_GPL(mdrv_via_pcim_iomap);

void __iomem *mdrv_via_pcim_iomap_trusted(struct mdrv_driver *drv, struct pci_dev *pdev, int bar,
					  unsigned long maxlen)
{
	void __iomem *addr = pcim_iomap(pdev, bar, maxlen);

	if (addr && is_memory(pdev, bar))
		mdrv_io_mapped(drv, &pdev->dev, (const volatile void *)addr,
			       bar_size(pdev, bar, maxlen));
	return addr;
}
EXPORT_SYMBOL_GPL(mdrv_via_pcim_iomap_trusted);

static int enter_bars(struct mdrv_driver *drv, struct pci_dev *pdev, int mask)
{
	void __iomem *const *table = pcim_iomap_table(pdev);
	int bar, err = 0;

	for (bar = 0; table && !err && bar < PCI_STD_NUM_BARS; bar++)
		if ((mask & BIT(bar)) && table[bar] && is_memory(pdev, bar))
			err = enter(drv, &pdev->dev, table[bar], pci_resource_start(pdev, bar),
				    pci_resource_len(pdev, bar));
	return err;
}

static int map_bars(struct mdrv_driver *drv, struct pci_dev *pdev, int mask, const char *name,
		    int (*map)(struct pci_dev *pdev, int mask, const char *name))
{
	int err;

	if (!mdrv_is_bound(drv, &pdev->dev) || mask & ~GENMASK(PCI_STD_NUM_BARS - 1, 0))
		return -EPERM;
	err = map(pdev, mask, name);
	if (err)
		return err;
	err = enter_bars(drv, pdev, mask);
	if (err) {
		mdrv_io_unmapped_bars(drv, pdev, mask);
		pcim_iounmap_regions(pdev, mask);
	}
	return err;
}

int mdrv_via_pcim_iomap_regions(struct mdrv_driver *drv, struct pci_dev *pdev, int mask,
				const char *name)
{
	return map_bars(drv, pdev, mask, name, pcim_iomap_regions);
}
EXPORT_SYMBOL_GPL(mdrv_via_pcim_iomap_regions);

int mdrv_via_pcim_iomap_regions_trusted(struct mdrv_driver *drv, struct pci_dev *pdev, int mask,
					const char *name)
{
	int err = pcim_iomap_regions(pdev, mask, name);

	if (!err)
		mdrv_io_mapped_bars(drv, pdev, mask);
	return err;
}
EXPORT_SYMBOL_GPL(mdrv_via_pcim_iomap_regions_trusted);

int mdrv_via_pcim_iomap_regions_request_all(struct mdrv_driver *drv, struct pci_dev *pdev,
					    int mask, const char *name)
{
	return map_bars(drv, pdev, mask, name, pcim_iomap_regions_request_all);
}
EXPORT_SYMBOL_GPL(mdrv_via_pcim_iomap_regions_request_all);

int mdrv_via_pcim_iomap_regions_request_all_trusted(struct mdrv_driver *drv, struct pci_dev *pdev,
						    int mask, const char *name)
{
	int err = pcim_iomap_regions_request_all(pdev, mask, name);

	if (!err)
		mdrv_io_mapped_bars(drv, pdev, mask);
	return err;
}
EXPORT_SYMBOL_GPL(mdrv_via_pcim_iomap_regions_request_all_trusted);

void __iomem *mdrv_pcim_bar(struct pci_dev *pdev, int bar)
{
	void __iomem *const *table;

	if (!READ_ONCE(pdev->dev.driver) || bar < 0 || bar >= PCI_STD_NUM_BARS)
		return NULL;
	table = pcim_iomap_table(pdev);
	return table ? table[bar] : NULL;
}
EXPORT_SYMBOL_GPL(mdrv_pcim_bar);
