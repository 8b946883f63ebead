// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/interrupt.h>
#include <linux/dma-mapping.h>
#include "chip.h"

static irqreturn_t chip_irq(int irq, void *data) { return IRQ_NONE; }
static struct chip chip;

static int chip_request(struct chip *c) { c->dma_set_mask++; return 0; }
static const struct bus_ops chip_ops = { .request_irq = chip_request };

static int chip_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	int ret;

	chip.ops = &chip_ops;
	ret = pci_enable_device(pdev);
	if (ret)
		return ret;
	ret = chip.ops->request_irq(&chip);
	if (!ret)
		ret = dma_set_mask(&pdev->dev, DMA_BIT_MASK(32));
	if (!ret)
		ret = request_irq(pdev->irq, chip_irq, IRQF_SHARED, "chip", &chip);
	if (ret)
		pci_disable_device(pdev);
	return ret;
}

static void chip_remove(struct pci_dev *pdev)
{
	free_irq(pdev->irq, &chip);
	pci_disable_device(pdev);
}

static const struct pci_device_id chip_ids[] = { { PCI_DEVICE(0x1234, 0x11e8) }, { } };
MODULE_DEVICE_TABLE(pci, chip_ids);
static struct pci_driver chip_driver = {
	.name = KBUILD_MODNAME, .id_table = chip_ids, .probe = chip_probe, .remove = chip_remove,
};
module_pci_driver(chip_driver);
MODULE_LICENSE("GPL");
