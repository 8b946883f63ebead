// SPDX-License-Identifier: GPL-2.0-only
/*
 * Registers that kept code has mapped, by whatever function of the kernel: they
 * become regions that a user half may map. What the device core unmaps (managed
 * mappings) is forgotten by an action of the same device, which runs before that.
 */
#include <linux/device.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include "internal.h"

struct managed {
	struct mdrv_state *state;
	unsigned long addr;
	u64 map;			/* tells the mapping from a later one at @addr; 0: memory */
};

/* The place of the region at @addr in the device file, or 0. */
static u64 map_of(struct mdrv_state *st, unsigned long addr)
{
	struct mdrv_entry *e;
	unsigned long flags;
	u64 map = 0;

	spin_lock_irqsave(&st->lock, flags);
	e = mdrv_registry_find(st, addr);
	if (e && e->addr == addr && e->io)
		map = e->map;
	spin_unlock_irqrestore(&st->lock, flags);
	return map;
}

/* Out of the registry, and out of the processes that have it mapped. */
static void forget(struct mdrv_state *st, unsigned long addr, u64 map)
{
	struct mdrv_session *s;

	if (!map || map_of(st, addr) != map)
		return;
	spin_lock_irq(&st->lock);
	s = st->session;
	if (s)
		mdrv_session_get(s);
	spin_unlock_irq(&st->lock);
	mdrv_registry_take(st, addr);
	if (!s)
		return;
	mdrv_chardev_zap(s);
	mdrv_session_put(s);
}

/* Memory: no process has it mapped. */
static void forget_memory(const struct managed *managed)
{
	struct mdrv_state *st = managed->state;
	struct mdrv_entry *e;
	u64 size = 0;

	spin_lock_irq(&st->lock);
	e = mdrv_registry_find(st, managed->addr);
	if (e && e->managed == managed)
		size = e->size;
	spin_unlock_irq(&st->lock);
	if (!size)
		return;
	mdrv_undo_actions_in(st, managed->addr, size);
	mdrv_registry_take(st, managed->addr);
}

static void release_managed(void *data)
{
	struct managed *managed = data;

	if (managed->map)
		forget(managed->state, managed->addr, managed->map);
	else
		forget_memory(managed);
	mdrv_state_put(managed->state);
	kfree(managed);
	module_put(THIS_MODULE);
}

/* The device may outlive the driver, and this module has to be there then. */
static struct managed *managed_new(struct mdrv_state *st, unsigned long addr)
{
	struct managed *managed = kmalloc(sizeof(*managed), GFP_KERNEL);

	if (!managed)
		return NULL;
	mdrv_state_get(st);
	__module_get(THIS_MODULE);
	*managed = (struct managed){ .state = st, .addr = addr };
	return managed;
}

int mdrv_manage_io(struct mdrv_state *st, struct device *dev, const struct mdrv_entry *e)
{
	struct managed *managed = managed_new(st, e->addr);
	int err;

	if (!managed)
		return -ENOMEM;
	err = mdrv_registry_add(st, e);
	if (err) {
		release_managed(managed);
		return err;
	}
	managed->map = map_of(st, e->addr);
	return devm_add_action_or_reset(dev, release_managed, managed);
}

/**
 * mdrv_manage() - enter memory of a device into the registry, for as long as it is there
 * @st:		the driver
 * @dev:	whose memory it is: from devm_kmalloc()
 * @e:		the allocation
 * Context: process. Return: 0, -ENOMEM, -EDQUOT.
 */
int mdrv_manage(struct mdrv_state *st, struct device *dev, struct mdrv_entry *e)
{
	struct managed *managed = managed_new(st, e->addr);
	int err;

	if (!managed)
		return -ENOMEM;
	e->managed = managed;
	err = mdrv_registry_add(st, e);
	if (err) {
		release_managed(managed);
		return err;
	}
	return devm_add_action_or_reset(dev, release_managed, managed);
}

void mdrv_io_mapped(struct mdrv_driver *drv, struct device *managed, const volatile void *at,
		    size_t size)
{
	const void *addr = (const void *)at;
	struct mdrv_entry e = {
		.addr = (unsigned long)addr, .size = size, .kind = MDRV_O_REGION,
		.record = MDRV_REC_BYTES, .io = true, .map = 1,
	};

	if (!drv->state || IS_ERR_OR_NULL(addr) || !size || !is_vmalloc_addr(addr))
		return;
	e.phys = PFN_PHYS(vmalloc_to_pfn(addr)) + offset_in_page(addr);
	/* Without it the user half's accesses fault, and its calls fail. */
	if (managed ? mdrv_manage_io(drv->state, managed, &e) : mdrv_registry_add(drv->state, &e))
		pr_warn("mdrv: %s: no memory to make mapped registers known\n", drv->plan->name);
}
EXPORT_SYMBOL_GPL(mdrv_io_mapped);

void mdrv_io_mapped_bars(struct mdrv_driver *drv, struct pci_dev *pdev, int mask)
{
	void __iomem *const *table = pcim_iomap_table(pdev);
	int bar;

	for (bar = 0; table && bar < PCI_STD_NUM_BARS; bar++) {
		if ((mask & BIT(bar)) && table[bar])
			mdrv_io_mapped(drv, &pdev->dev, (const volatile void *)table[bar],
				       pci_resource_len(pdev, bar));
	}
}
EXPORT_SYMBOL_GPL(mdrv_io_mapped_bars);

void mdrv_io_unmapped(struct mdrv_driver *drv, const volatile void *addr)
{
	if (addr && drv->state)
		forget(drv->state, (unsigned long)addr, map_of(drv->state, (unsigned long)addr));
}
EXPORT_SYMBOL_GPL(mdrv_io_unmapped);

void mdrv_io_unmapped_bars(struct mdrv_driver *drv, struct pci_dev *pdev, int mask)
{
	void __iomem *const *table = pcim_iomap_table(pdev);
	int bar;

	for (bar = 0; table && bar < PCI_STD_NUM_BARS; bar++)
		if (mask & BIT(bar))
			mdrv_io_unmapped(drv, (const volatile void *)table[bar]);
}
EXPORT_SYMBOL_GPL(mdrv_io_unmapped_bars);
