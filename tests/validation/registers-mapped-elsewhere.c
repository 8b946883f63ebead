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

static struct attribute *chip_attrs[] = {
	&dev_attr_level.attr, NULL
};
ATTRIBUTE_GROUPS(chip);

/* What firmware says is no resource of the device. */
static int elsewhere(struct platform_device *pdev, struct chip *chip, unsigned long start)
{
	chip->base = devm_ioremap(&pdev->dev, start, 64);
	return chip->base ? 0 : -ENOMEM;
}

static void __iomem *own(struct platform_device *pdev)
{
	struct resource *res = platform_get_resource(pdev, IORESOURCE_MEM, 0);

	return res ? devm_ioremap(&pdev->dev, res->start, resource_size(res)) : NULL;
}

static int probe(struct platform_device *pdev)
{
	struct chip *chip = devm_kzalloc(&pdev->dev, sizeof(*chip), GFP_KERNEL);

	if (!chip)
		return -ENOMEM;
	chip->base = own(pdev);
	if (!chip->base && elsewhere(pdev, chip, 0xfed00000))
		return -ENOMEM;
	platform_set_drvdata(pdev, chip);
	return 0;
}

static struct platform_driver chip_driver = {
	.probe = probe,
	.driver = { .name = "chip", .dev_groups = chip_groups },
};
module_platform_driver(chip_driver);

MODULE_LICENSE("GPL");
/*
 * check-name: a user half may map what a resource starts at, and nothing that is no resource
 * domain: own: user
 * domain: probe: user
 * domain: elsewhere: kernel
 * reason: elsewhere: is not known to be that of a struct resource.start
 */
