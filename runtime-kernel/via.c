// SPDX-License-Identifier: GPL-2.0-only
/*
 * Stand-ins for kernel functions that hand out memory to be mapped into the user
 * half. Arguments of the user half are distrusted: only memory of devices bound to this
 * very driver (own.c), only its devices' DMA memory, and freeing goes by what was
 * recorded. What ends in _trusted is for kept code, and for what the undo log vouches
 * for: it does what the kernel's own function does, and in the same contexts.
 */
#include <linux/dma-mapping.h>
#include <linux/io.h>
#include <linux/pci.h>
#include "internal.h"

#define DMA_SIZE_MAX	(16 * 1024 * 1024)

static void __iomem *register_io(struct mdrv_driver *drv, void __iomem *addr, phys_addr_t phys,
				 size_t size, bool by_user)
{
	struct mdrv_entry e = {
		.addr = (unsigned long)addr, .size = size, .kind = MDRV_O_REGION,
		.record = MDRV_REC_BYTES, .by_user = by_user, .io = true, .map = 1, .phys = phys,
	};

	if (addr && mdrv_registry_add(drv->state, &e)) {
		iounmap(addr);
		addr = NULL;
	}
	return addr;
}

void __iomem *mdrv_via_ioremap(struct mdrv_driver *drv, phys_addr_t phys, size_t size)
{
	if (!mdrv_is_ours(drv, phys, size)) {
		pr_warn_ratelimited("mdrv: %s: ioremap of %pa refused: in none of its BARs\n",
				    drv->plan->name, &phys);
		return NULL;
	}
	return register_io(drv, ioremap(phys, size), phys, size, true);
}
EXPORT_SYMBOL_GPL(mdrv_via_ioremap);

void __iomem *mdrv_via_ioremap_trusted(struct mdrv_driver *drv, phys_addr_t phys, size_t size)
{
	return register_io(drv, ioremap(phys, size), phys, size, false);
}
EXPORT_SYMBOL_GPL(mdrv_via_ioremap_trusted);

struct mdrv_entry *mdrv_via_take(struct mdrv_state *st, unsigned long addr, bool io,
				 struct mdrv_session **s)
{
	*s = NULL;
	return mdrv_registry_pull(st, addr, io ? MDRV_SORT_IO : MDRV_SORT_DMA, s);
}

static void give_back(struct mdrv_entry *e)
{
	if (e->io) {
		iounmap((void __iomem *)e->addr);
	} else {
		dma_free_attrs(e->dev, e->size, (void *)e->addr, e->handle, e->attrs);
		put_device(e->dev);
	}
	kfree(e);
}

void mdrv_via_give_back(struct work_struct *work)
{
	struct mdrv_state *st = container_of(work, struct mdrv_state, later_work);
	struct llist_node *list = llist_del_all(&st->later);
	struct mdrv_session *s;
	struct mdrv_entry *e, *next;

	spin_lock_irq(&st->lock);
	s = st->session;
	if (s)
		mdrv_session_get(s);
	spin_unlock_irq(&st->lock);
	if (s) {
		mdrv_chardev_zap(s);
		mdrv_session_put(s);
	}
	llist_for_each_entry_safe(e, next, list, later)
		give_back(e);
}

void mdrv_via_flush(struct mdrv_state *st)
{
	if (!llist_empty(&st->later))
		queue_work(mdrv_wq, &st->later_work);
	flush_work(&st->later_work);
}

/*
 * Free a region. Nobody else may get its pages while a process has them mapped, and
 * taking them back sleeps, as does some freeing: in atomic context a worker does it.
 */
static bool dispose(struct mdrv_state *st, unsigned long addr, bool io)
{
	struct mdrv_session *s;
	struct mdrv_entry *e = mdrv_via_take(st, addr, io, &s);

	if (!e)
		return false;
	if (!mdrv_can_sleep()) {
		llist_add(&e->later, &st->later);
		queue_work(mdrv_wq, &st->later_work);
	} else {
		if (s && e->map)
			mdrv_chardev_zap(s);
		give_back(e);
	}
	if (s)
		mdrv_session_put(s);
	return true;
}

void mdrv_via_iounmap(struct mdrv_driver *drv, void __iomem *addr)
{
	if (addr)
		dispose(drv->state, (unsigned long)addr, true);
}
EXPORT_SYMBOL_GPL(mdrv_via_iounmap);

void mdrv_via_iounmap_trusted(struct mdrv_driver *drv, void __iomem *addr)
{
	if (!drv->state || !dispose(drv->state, (unsigned long)addr, true))
		iounmap(addr);
}
EXPORT_SYMBOL_GPL(mdrv_via_iounmap_trusted);

static void __iomem *map_bar(struct mdrv_driver *drv, struct pci_dev *pdev, int bar,
			     unsigned long maxlen, bool by_user)
{
	size_t size = pci_resource_len(pdev, bar);

	/* Ports have no pages: a cookie, for the kernel's accessors only. */
	if (!(pci_resource_flags(pdev, bar) & IORESOURCE_MEM))
		return pci_iomap(pdev, bar, maxlen);
	if (maxlen && maxlen < size)
		size = maxlen;
	if (!size)
		return NULL;
	return register_io(drv, ioremap(pci_resource_start(pdev, bar), size),
			   pci_resource_start(pdev, bar), size, by_user);
}

void __iomem *mdrv_via_pci_iomap(struct mdrv_driver *drv, struct pci_dev *pdev, int bar,
				 unsigned long maxlen)
{
	if (!mdrv_is_bound(drv, &pdev->dev) || bar < 0 || bar >= PCI_STD_NUM_BARS)
		return NULL;
	return map_bar(drv, pdev, bar, maxlen, true);
}
EXPORT_SYMBOL_GPL(mdrv_via_pci_iomap);

void __iomem *mdrv_via_pci_iomap_trusted(struct mdrv_driver *drv, struct pci_dev *pdev, int bar,
					 unsigned long maxlen)
{
	return map_bar(drv, pdev, bar, maxlen, false);
}
EXPORT_SYMBOL_GPL(mdrv_via_pci_iomap_trusted);

void __iomem *mdrv_via_pci_ioremap_bar(struct mdrv_driver *drv, struct pci_dev *pdev, int bar)
{
	if (bar < 0 || bar >= PCI_STD_NUM_BARS ||
	    !(pci_resource_flags(pdev, bar) & IORESOURCE_MEM))
		return NULL;
	return mdrv_via_pci_iomap(drv, pdev, bar, 0);
}
EXPORT_SYMBOL_GPL(mdrv_via_pci_ioremap_bar);

void __iomem *mdrv_via_pci_ioremap_bar_trusted(struct mdrv_driver *drv, struct pci_dev *pdev,
					       int bar)
{
	if (!(pci_resource_flags(pdev, bar) & IORESOURCE_MEM))
		return pci_ioremap_bar(pdev, bar);	/* which says what is wrong with it */
	return map_bar(drv, pdev, bar, 0, false);
}
EXPORT_SYMBOL_GPL(mdrv_via_pci_ioremap_bar_trusted);

void mdrv_via_pci_iounmap(struct mdrv_driver *drv, struct pci_dev *pdev, void __iomem *addr)
{
	if (addr)
		dispose(drv->state, (unsigned long)addr, true);
}
EXPORT_SYMBOL_GPL(mdrv_via_pci_iounmap);

void mdrv_via_pci_iounmap_trusted(struct mdrv_driver *drv, struct pci_dev *pdev,
				  void __iomem *addr)
{
	if (!drv->state || !dispose(drv->state, (unsigned long)addr, true))
		pci_iounmap(pdev, addr);
}
EXPORT_SYMBOL_GPL(mdrv_via_pci_iounmap_trusted);

static void *alloc_dma(struct mdrv_driver *drv, struct device *dev, size_t size,
		       dma_addr_t *handle, gfp_t gfp, unsigned long attrs, bool by_user)
{
	struct mdrv_entry e = {
		.size = size, .kind = MDRV_O_REGION, .record = MDRV_REC_BYTES,
		.by_user = by_user, .map = 1, .dev = dev, .attrs = attrs,
	};
	void *addr = dma_alloc_attrs(dev, size, &e.handle, gfp, attrs);

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

void *mdrv_via_dma_alloc_attrs(struct mdrv_driver *drv, struct device *dev, size_t size,
			       dma_addr_t *handle, gfp_t gfp, unsigned long attrs)
{
	if (!mdrv_is_bound(drv, dev) || !size || size > DMA_SIZE_MAX)
		return NULL;
	gfp = (gfpflags_allow_blocking(gfp) ? GFP_KERNEL : GFP_ATOMIC) | __GFP_NOWARN;
	attrs &= DMA_ATTR_NO_WARN | DMA_ATTR_ALLOC_SINGLE_PAGES;
	return alloc_dma(drv, dev, size, handle, gfp, attrs, true);
}
EXPORT_SYMBOL_GPL(mdrv_via_dma_alloc_attrs);

void *mdrv_via_dma_alloc_attrs_trusted(struct mdrv_driver *drv, struct device *dev, size_t size,
				       dma_addr_t *handle, gfp_t gfp, unsigned long attrs)
{
	/* Memory without a kernel address is no region. */
	if (!dev || (attrs & DMA_ATTR_NO_KERNEL_MAPPING))
		return dma_alloc_attrs(dev, size, handle, gfp, attrs);
	return alloc_dma(drv, dev, size, handle, gfp, attrs, false);
}
EXPORT_SYMBOL_GPL(mdrv_via_dma_alloc_attrs_trusted);

void mdrv_via_dma_free_attrs(struct mdrv_driver *drv, struct device *dev, size_t size,
			     void *addr, dma_addr_t handle, unsigned long attrs)
{
	if (addr)
		dispose(drv->state, (unsigned long)addr, false);
}
EXPORT_SYMBOL_GPL(mdrv_via_dma_free_attrs);

void mdrv_via_dma_free_attrs_trusted(struct mdrv_driver *drv, struct device *dev, size_t size,
				     void *addr, dma_addr_t handle, unsigned long attrs)
{
	if (!drv->state || !dispose(drv->state, (unsigned long)addr, false))
		dma_free_attrs(dev, size, addr, handle, attrs);
}
EXPORT_SYMBOL_GPL(mdrv_via_dma_free_attrs_trusted);
