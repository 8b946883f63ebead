// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/io.h>


#define USR __user
struct chip { void __iomem *regs; u32 id; };
static struct chip chip;

static int chip_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	int ret = pci_enable_device(pdev);

	if (ret)
		return ret;
	chip.regs = pci_iomap(pdev, 0, 0);
	if (!chip.regs) {
		pci_disable_device(pdev);
		return -ENOMEM;
	}
	chip.id = readl(chip.regs);
	writel(~chip.id, chip.regs + 4);
	return 0;
}

static void chip_remove(struct pci_dev *pdev)
{
	pci_iounmap(pdev, chip.regs);
	pci_disable_device(pdev);
}

static const struct pci_device_id chip_ids[] = { { PCI_DEVICE(0x1234, 0x11e8) }, { } };
MODULE_DEVICE_TABLE(pci, chip_ids);
static struct pci_driver chip_driver = {
	.name = KBUILD_MODNAME, .id_table = chip_ids, .probe = chip_probe, .remove = chip_remove,
};
module_pci_driver(chip_driver);
MODULE_LICENSE("GPL");
