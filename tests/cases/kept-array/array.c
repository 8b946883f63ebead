// SPDX-License-Identifier: GPL-2.0-only
#include <linux/init.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

struct pair {
	int a;
	int b;
};

struct chip {
	struct pair *many;
};

static struct platform_device *device;

static ssize_t many_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct chip *chip = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%d %d\n", chip->many[1].a, chip->many[2].b);
}
static DEVICE_ATTR_RO(many);

static struct attribute *chip_attrs[] = { &dev_attr_many.attr, NULL };
ATTRIBUTE_GROUPS(chip);

static int chip_many(struct chip *chip)
{
	chip->many = kcalloc(4, sizeof(*chip->many), GFP_KERNEL);
	if (!chip->many)
		return -ENOMEM;
	chip->many[1].a = 11;
	chip->many[2].b = 22;
	return 0;
}

static int chip_probe(struct platform_device *pdev)
{
	struct chip *chip = devm_kzalloc(&pdev->dev, sizeof(*chip), GFP_KERNEL);

	if (!chip)
		return -ENOMEM;
	platform_set_drvdata(pdev, chip);
	return chip_many(chip);
}

static int chip_remove(struct platform_device *pdev)
{
	struct chip *chip = platform_get_drvdata(pdev);

	kfree(chip->many);
	return 0;
}

static struct platform_driver chip_driver = {
	.probe = chip_probe,
	.remove = chip_remove,
	.driver = { .name = "kept-array", .dev_groups = chip_groups },
};

static int __init chip_init(void)
{
	int err = platform_driver_register(&chip_driver);

	if (err)
		return err;
	device = platform_device_register_simple("kept-array", -1, NULL, 0);
	if (!IS_ERR(device))
		return 0;
	platform_driver_unregister(&chip_driver);
	return PTR_ERR(device);
}
module_init(chip_init);

static void __exit chip_exit(void)
{
	platform_device_unregister(device);
	platform_driver_unregister(&chip_driver);
}
module_exit(chip_exit);

MODULE_LICENSE("GPL");
