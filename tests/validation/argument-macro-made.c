// SPDX-License-Identifier: GPL-2.0-only
#include <linux/debugfs.h>
#include <linux/hwmon.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/seq_file.h>

static ssize_t level_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%d\n", 3);
}
static DEVICE_ATTR_RO(level);

static struct attribute *chip_attrs[] = { &dev_attr_level.attr, NULL };
ATTRIBUTE_GROUPS(chip);

static int state_show(struct seq_file *file, void *unused)
{
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(state);

static int chip_probe(struct platform_device *pdev)
{
	struct device *hwmon;

	hwmon = devm_hwmon_device_register_with_groups(&pdev->dev, "chip", NULL, chip_groups);
	debugfs_create_file("state", 0444, NULL, pdev, &state_fops);
	return PTR_ERR_OR_ZERO(hwmon);
}

static int file_probe(struct platform_device *pdev)
{
	return device_create_file(&pdev->dev, &dev_attr_level);
}

/* It has no name where the kernel half could say it. */
static int own_probe(struct platform_device *pdev)
{
	static const struct attribute_group own;

	return sysfs_create_group(&pdev->dev.kobj, &own);
}

static struct platform_driver chip_drivers[] = {
	{ .probe = chip_probe, .driver = { .name = "chip" } },
	{ .probe = file_probe, .driver = { .name = "file" } },
	{ .probe = own_probe, .driver = { .name = "own" } },
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
 * check-name: what a macro has made at file level crosses by its number like anything else
 * domain: chip_probe: user
 * domain: file_probe: user
 * domain: own_probe: kernel
 * reason: own_probe: hands sysfs_create_group\(\) the address of own, which is no global that
 */
