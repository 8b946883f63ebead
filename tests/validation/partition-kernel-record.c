// SPDX-License-Identifier: GPL-2.0-only
#include <linux/ioport.h>
#include <linux/module.h>
#include <linux/platform_device.h>

struct chip {
	struct module *owner;
	struct resource window;
};

static int chip_probe(struct platform_device *pdev)
{
	struct chip *chip = devm_kzalloc(&pdev->dev, sizeof(*chip), GFP_KERNEL);

	if (!chip || !request_region(0x2e, 2, "chip"))
		return -EBUSY;
	chip->owner = THIS_MODULE;
	chip->window.start = 0x2e;
	platform_set_drvdata(pdev, chip);
	return 0;
}

static int chip_remove(struct platform_device *pdev)
{
	release_region(0x2e, 2);
	return 0;
}

/* What it is, is the kernel's to say. */
static ssize_t end_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%llx\n", (u64)ioport_resource.end);
}
static DEVICE_ATTR_RO(end);

static struct attribute *chip_attrs[] = { &dev_attr_end.attr, NULL };
ATTRIBUTE_GROUPS(chip);

static struct platform_driver chip_driver = {
	.probe = chip_probe,
	.remove = chip_remove,
	.driver = { .name = "chip", .dev_groups = chip_groups },
};
module_platform_driver(chip_driver);

MODULE_LICENSE("GPL");
/*
 * check-name: the address of a record of the kernel's crosses, what is in it does not
 * domain: chip_probe: user
 * domain: chip_remove: user
 * domain: end_show: kernel
 * reason: end_show: touches ioport_resource, a global of the kernel
 */
