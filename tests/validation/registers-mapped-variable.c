// SPDX-License-Identifier: GPL-2.0-only
#include <linux/io.h>
#include <linux/module.h>
#include <linux/pci.h>

struct chip {
	void __iomem *base;
};

static int start_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct chip *chip = devm_kzalloc(&pdev->dev, sizeof(*chip), GFP_KERNEL);
	resource_size_t start = pci_resource_start(pdev, 0);

	if (!chip)
		return -ENOMEM;
	if (id->driver_data)
		start = pci_resource_start(pdev, 1);
	chip->base = devm_ioremap(&pdev->dev, start, 64);
	return chip->base ? 0 : -ENOMEM;
}

static int behind_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct chip *chip = devm_kzalloc(&pdev->dev, sizeof(*chip), GFP_KERNEL);
	resource_size_t start = pci_resource_start(pdev, 0);

	if (!chip)
		return -ENOMEM;
	start += 0x1000;
	chip->base = devm_ioremap(&pdev->dev, start, 64);
	return chip->base ? 0 : -ENOMEM;
}

static int told_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct chip *chip = devm_kzalloc(&pdev->dev, sizeof(*chip), GFP_KERNEL);
	u32 start;

	if (!chip || pci_read_config_dword(pdev, 0xd0, &start))
		return -ENOMEM;
	chip->base = devm_ioremap(&pdev->dev, start, 64);
	return chip->base ? 0 : -ENOMEM;
}

static struct pci_driver start_driver = { .name = "start", .probe = start_probe };
static struct pci_driver behind_driver = { .name = "behind", .probe = behind_probe };
static struct pci_driver told_driver = { .name = "told", .probe = told_probe };

static int __init chip_init(void)
{
	return pci_register_driver(&start_driver) ?: pci_register_driver(&behind_driver) ?:
		pci_register_driver(&told_driver);
}
module_init(chip_init);

MODULE_LICENSE("GPL");
/*
 * check-name: what a resource starts at may come by way of a variable that is nothing else
 * domain: start_probe: user
 * domain: behind_probe: kernel
 * reason: behind_probe: is not known to be that of a struct resource.start
 * domain: told_probe: kernel
 * reason: told_probe: is not known to be that of a struct resource.start
 */
