// SPDX-License-Identifier: GPL-2.0-only
#include <linux/hwmon.h>
#include <linux/module.h>
#include <linux/platform_device.h>

static ssize_t level_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%d\n", 3);
}
static DEVICE_ATTR_RO(level);

static struct attribute *chip_attrs[] = { &dev_attr_level.attr, NULL };
static const struct attribute_group chip_group = { .attrs = chip_attrs };
static const struct attribute_group *chip_groups[] = { &chip_group, NULL };
static const struct attribute_group *more_groups[] = { &chip_group, NULL };
static const struct attribute_group *set_groups[] = { NULL, NULL };

static int chip_probe(struct platform_device *pdev)
{
	const struct attribute_group **groups = NULL;
	struct device *hwmon;

	if (pdev->id)
		groups = more_groups;
	hwmon = devm_hwmon_device_register_with_groups(&pdev->dev, "chip", NULL, chip_groups);
	return IS_ERR(hwmon) ? PTR_ERR(hwmon) : devm_device_add_groups(&pdev->dev, groups);
}

static int bare_probe(struct platform_device *pdev)
{
	return devm_device_add_groups(&pdev->dev, NULL);
}

/* What changes is nothing that the kernel half could be sure of. */
static int set_probe(struct platform_device *pdev)
{
	set_groups[0] = &chip_group;
	return devm_device_add_groups(&pdev->dev, set_groups);
}

static int field_probe(struct platform_device *pdev)
{
	return devm_device_add_groups(&pdev->dev, pdev->dev.driver->dev_groups);
}

static struct platform_driver chip_drivers[] = {
	{ .probe = chip_probe, .driver = { .name = "chip" } },
	{ .probe = bare_probe, .driver = { .name = "bare" } },
	{ .probe = set_probe, .driver = { .name = "set" } },
	{ .probe = field_probe, .driver = { .name = "field" } },
};

static int __init chip_init(void)
{
	for (int i = 0; i < ARRAY_SIZE(chip_drivers); i++)
		platform_driver_register(&chip_drivers[i]);
	return 0;
}
module_init(chip_init);

MODULE_LICENSE("GPL");
/*
 * check-name: a constant array of pointers that ends with NULL crosses by its number
 * domain: chip_probe: user
 * domain: bare_probe: user
 * domain: set_probe: kernel
 * reason: set_probe: hands devm_device_add_groups\(\) set_groups, which is not known
 * domain: field_probe: kernel
 * plan: records: table of struct attribute_group
 */
