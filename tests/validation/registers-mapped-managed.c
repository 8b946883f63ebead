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

static int probe(struct platform_device *pdev)
{
	struct chip *chip = devm_kzalloc(&pdev->dev, sizeof(*chip), GFP_KERNEL);

	if (!chip)
		return -ENOMEM;
	chip->base = devm_platform_ioremap_resource(pdev, 0);
	if (IS_ERR(chip->base))
		return PTR_ERR(chip->base);
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
 * check-name: registers that the device core unmaps may be mapped by a user half
 * domain: probe: user
 * domain: level_store: user
 * plan: downcalls: "devm_platform_ioremap_resource"
 */
