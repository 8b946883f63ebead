// SPDX-License-Identifier: GPL-2.0-only
/*
 * Stand-ins for kernel functions that hand out memory to be mapped into the user
 * half. Arguments are distrusted: only memory BARs of devices bound to this very
 * driver, only its devices' DMA memory, and freeing goes by what was recorded.
 */
#include <linux/dma-mapping.h>
#include <linux/io.h>
#include <linux/pci.h>
#include "internal.h"

#define DMA_SIZE_MAX	(16 * 1024 * 1024)

static bool is_bound(struct mdrv_driver *drv, const struct device *dev)
{
	const struct device_driver *driver = dev ? READ_ONCE(dev->driver) : NULL;

	return driver && driver->owner == drv->owner;
}

static bool is_in_bar(struct pci_dev *pdev, phys_addr_t phys, size_t size)
{
	int i;

	for (i = 0; i < PCI_STD_NUM_BARS; i++) {
		u64 start = pci_resource_start(pdev, i), len = pci_resource_len(pdev, i);

		if ((pci_resource_flags(pdev, i) & IORESOURCE_MEM) && phys >= start &&
		    phys - start < len && size <= len - (phys - start))
			return true;
	}
	return false;
}

static bool is_ours(struct mdrv_driver *drv, phys_addr_t phys, size_t size)
{
	struct pci_dev *pdev = NULL;

	for_each_pci_dev(pdev) {
		if (is_bound(drv, &pdev->dev) && is_in_bar(pdev, phys, size)) {
			pci_dev_put(pdev);
			return true;
		}
	}
	return false;
}

static void __iomem *register_io(struct mdrv_driver *drv, void __iomem *addr, phys_addr_t phys,
				 size_t size)
{
	struct mdrv_entry e = {
		.addr = (unsigned long)addr, .size = size, .kind = MDRV_O_REGION,
		.record = MDRV_REC_BYTES, .by_user = true, .io = true, .map = 1, .phys = phys,
	};

	if (addr && mdrv_registry_add(drv->state, &e)) {
		iounmap(addr);
		addr = NULL;
	}
	return addr;
}

void __iomem *mdrv_via_ioremap(struct mdrv_driver *drv, phys_addr_t phys, size_t size)
{
	if (!size || !is_ours(drv, phys, size)) {
		pr_warn_ratelimited("mdrv: %s: ioremap of %pa refused: in no BAR of its own\n",
				    drv->plan->name, &phys);
		return NULL;
	}
	return register_io(drv, ioremap(phys, size), phys, size);
}
EXPORT_SYMBOL_GPL(mdrv_via_ioremap);

/*
 * Forget a region, and wait until no process has it mapped. Anything else at @addr,
 * or a region of the other sort, stays: its memory would be lost with its entry.
 */
bool mdrv_via_take(struct mdrv_driver *drv, unsigned long addr, bool io, struct mdrv_entry *was)
{
	struct mdrv_state *st = drv->state;
	struct mdrv_session *s;
	struct mdrv_entry *e;
	bool ours;

	spin_lock_irq(&st->lock);
	e = mdrv_registry_find(st, addr);
	ours = e && e->addr == addr && (io ? e->io : e->dev != NULL);
	s = st->session;
	if (s)
		mdrv_session_get(s);
	spin_unlock_irq(&st->lock);
	/* Of two that race here one finds the entry gone. */
	ours = ours && mdrv_registry_take(st, addr, was) && (io ? was->io : was->dev != NULL);
	if (ours && s)
		mdrv_chardev_zap(s);
	if (s)
		mdrv_session_put(s);
	return ours;
}

void mdrv_via_iounmap(struct mdrv_driver *drv, void __iomem *addr)
{
	struct mdrv_entry was;

	if (addr && mdrv_via_take(drv, (unsigned long)addr, true, &was))
		iounmap(addr);
}
EXPORT_SYMBOL_GPL(mdrv_via_iounmap);

void __iomem *mdrv_via_pci_iomap(struct mdrv_driver *drv, struct pci_dev *pdev, int bar,
				 unsigned long maxlen)
{
	size_t size;

	if (!is_bound(drv, &pdev->dev) || bar < 0 || bar >= PCI_STD_NUM_BARS)
		return NULL;
	size = pci_resource_len(pdev, bar);
	if (maxlen && maxlen < size)
		size = maxlen;
	if (!size)
		return NULL;
	/* Ports have no pages: a cookie, for the kernel's accessors only. */
	if (!(pci_resource_flags(pdev, bar) & IORESOURCE_MEM))
		return pci_iomap(pdev, bar, maxlen);
	return register_io(drv, ioremap(pci_resource_start(pdev, bar), size),
			   pci_resource_start(pdev, bar), size);
}
EXPORT_SYMBOL_GPL(mdrv_via_pci_iomap);

void mdrv_via_pci_iounmap(struct mdrv_driver *drv, struct pci_dev *pdev, void __iomem *addr)
{
	struct mdrv_entry was;

	if (!addr)
		return;
	if (mdrv_via_take(drv, (unsigned long)addr, true, &was)) {
		iounmap(addr);
	} else if ((unsigned long)addr < PAGE_SIZE << 5) {
		pci_iounmap(pdev, addr);	/* a cookie of ports */
	}
}
EXPORT_SYMBOL_GPL(mdrv_via_pci_iounmap);

void *mdrv_via_dma_alloc_attrs(struct mdrv_driver *drv, struct device *dev, size_t size,
			       dma_addr_t *handle, gfp_t gfp, unsigned long attrs)
{
	struct mdrv_entry e = {
		.size = size, .kind = MDRV_O_REGION, .record = MDRV_REC_BYTES,
		.by_user = true, .map = 1, .dev = dev,
	};
	void *addr;

	if (!is_bound(drv, dev) || !size || size > DMA_SIZE_MAX)
		return NULL;
	gfp = (gfpflags_allow_blocking(gfp) ? GFP_KERNEL : GFP_ATOMIC) | __GFP_NOWARN;
	e.attrs = attrs & (DMA_ATTR_NO_WARN | DMA_ATTR_ALLOC_SINGLE_PAGES);
	addr = dma_alloc_attrs(dev, size, &e.handle, gfp, e.attrs);
	if (!addr)
		return NULL;
	e.addr = (unsigned long)addr;
	if (offset_in_page(addr))
		e.map = 0;		/* not whole pages: not to be mapped */
	/* What a user half forgets to free may outlive the device's binding. */
	get_device(dev);
	if (mdrv_registry_add(drv->state, &e)) {
		dma_free_attrs(dev, size, addr, e.handle, e.attrs);
		put_device(dev);
		return NULL;
	}
	*handle = e.handle;
	return addr;
}
EXPORT_SYMBOL_GPL(mdrv_via_dma_alloc_attrs);

void mdrv_via_dma_free_attrs(struct mdrv_driver *drv, struct device *dev, size_t size,
			     void *addr, dma_addr_t handle, unsigned long attrs)
{
	struct mdrv_entry was;

	if (!addr || !mdrv_via_take(drv, (unsigned long)addr, false, &was))
		return;
	dma_free_attrs(was.dev, was.size, addr, was.handle, was.attrs);
	put_device(was.dev);
}
EXPORT_SYMBOL_GPL(mdrv_via_dma_free_attrs);
