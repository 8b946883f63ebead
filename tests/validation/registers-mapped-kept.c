// SPDX-License-Identifier: GPL-2.0-only
#include <linux/io.h>
#include <linux/module.h>
#include <linux/platform_device.h>

struct chip {
	void __iomem *base;
};

static ssize_t level_store(struct device *dev, struct device_attribute *attribute, const char *text,
			   size_t n)
{
	struct chip *chip = dev_get_drvdata(dev);

	writel(1, chip->base);
	return n;
}
static DEVICE_ATTR_WO(level);

static int probe(struct platform_device *pdev)
{
	struct chip *chip = devm_kzalloc(&pdev->dev, sizeof(*chip), GFP_KERNEL);
	struct resource *res = platform_get_resource(pdev, IORESOURCE_MEM, 0);

	if (!chip)
		return -ENOMEM;
	chip->base = devm_ioremap_resource_wc(&pdev->dev, res);
	if (IS_ERR(chip->base))
		return PTR_ERR(chip->base);
	platform_set_drvdata(pdev, chip);
	return device_create_file(&pdev->dev, &dev_attr_level);
}

static struct platform_driver chip_driver = { .probe = probe, .driver = { .name = "chip" } };
module_platform_driver(chip_driver);

MODULE_LICENSE("GPL");
/*
 * check-name: registers that kept code maps in whatever way are there for the user half
 * domain: probe: kernel
 * domain: level_store: user
 * plan: records: "struct device"[^}]*"driver_data": "r pointer to struct chip
 */
