// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which devices are a driver's, and which addresses are theirs: the memory BARs of a
 * PCI device, the memory that a platform device was registered with. Nothing else may
 * be mapped at the word of a user half. And which interrupts: the line of a PCI device,
 * the vectors that it was given; what a platform device has.
 */
#include <linux/device.h>
#include <linux/interrupt.h>
#include <linux/ioport.h>
#include <linux/irq.h>
#include <linux/irqdesc.h>
#include <linux/msi.h>
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

static bool is_irq_of(struct pci_dev *pdev, unsigned int irq)
{
	int i, count = 0;

	if (pdev->irq == irq)
		return true;
	if (pdev->msix_enabled)
		count = pci_msix_vec_count(pdev);
	else if (pdev->msi_enabled)
		count = pci_msi_vec_count(pdev);
	for (i = 0; i < count; i++)
		if (pci_irq_vector(pdev, i) == (int)irq)
			return true;
	return false;
}

/* An interrupt, whose it may be, and whether that has devices of which this is known. */
struct line {
	const struct mdrv_driver *drv;
	unsigned int irq;
	bool known;
};

static bool is_of_some_pci(struct line *line)
{
	struct pci_dev *pdev = NULL;

	for_each_pci_dev(pdev) {
		if (!mdrv_is_bound(line->drv, &pdev->dev))
			continue;
		line->known = true;
		if (is_irq_of(pdev, line->irq)) {
			pci_dev_put(pdev);
			return true;
		}
	}
	return false;
}

/* For bus_for_each_dev(): is it what the driver may ask platform_get_irq() for? */
static int has_irq(struct device *dev, void *data)
{
	struct platform_device *pdev = to_platform_device(dev);
	struct line *line = data;
	int i, count;

	if (!mdrv_is_bound(line->drv, dev))
		return 0;
	line->known = true;
	count = platform_irq_count(pdev);
	for (i = 0; i < count; i++)
		if (platform_get_irq_optional(pdev, i) == (int)line->irq)
			return 1;
	return 0;
}

static bool is_handled_in(const struct irqaction *action, struct module *owner)
{
	for (; action; action = action->next)
		if (within_module((unsigned long)action->handler, owner) ||
		    within_module((unsigned long)action->thread_fn, owner))
			return true;
	return false;
}

/* Does another driver use it, or has it been given to some device for messages? */
static bool is_taken(const struct line *line)
{
	struct irq_data *data;
	struct irq_desc *desc;
	unsigned long flags;
	bool taken = false;

	rcu_read_lock();
	data = irq_get_irq_data(line->irq);
	if (data) {
		desc = irq_data_to_desc(data);
		raw_spin_lock_irqsave(&desc->lock, flags);
		taken = desc->action ? !is_handled_in(desc->action, line->drv->owner) :
			!!irq_data_get_msi_desc(data);
		raw_spin_unlock_irqrestore(&desc->lock, flags);
	}
	rcu_read_unlock();
	return taken;
}

/*
 * A driver of PCI or platform devices gets the interrupts of those; else one that nobody
 * has, as on boards of old, or that it has taken before. Where interrupts of devices on
 * other buses come from is not known.
 */
bool mdrv_is_our_irq(struct mdrv_driver *drv, unsigned int irq)
{
	struct line line = { .drv = drv, .irq = irq };

	if (!mdrv_can_sleep())
		return true;	/* kept code: the user half never asks from there */
	return is_of_some_pci(&line) ||
	       bus_for_each_dev(&platform_bus_type, NULL, &line, has_irq) ||
	       !line.known || !is_taken(&line);
}
EXPORT_SYMBOL_GPL(mdrv_is_our_irq);

bool mdrv_may_enable_irq(struct mdrv_driver *drv, unsigned int irq)
{
	struct irq_data *data;
	bool disabled;

	rcu_read_lock();
	data = irq_get_irq_data(irq);
	disabled = data && irqd_irq_disabled(data);
	rcu_read_unlock();
	return disabled && mdrv_is_our_irq(drv, irq);
}
EXPORT_SYMBOL_GPL(mdrv_may_enable_irq);
