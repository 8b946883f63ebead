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

/* The kernel hands out its own: it would never be the same. */
static umode_t chip_visible(struct kobject *kobj, struct attribute *attr, int n)
{
	return attr == &dev_attr_level.attr ? 0400 : attr->mode;
}
const struct attribute_group shown = { .is_visible = chip_visible };

static int mode_probe(struct platform_device *pdev)
{
	dev_attr_level.attr.mode = 0400;
	return 0;
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
	{ .probe = mode_probe, .driver = { .name = "mode" } },
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
 * check-name: constants and tables that a macro has made cross by their number, objects do not
 * domain: chip_probe: user
 * domain: file_probe: kernel
 * reason: file_probe: uses dev_attr_level, which a macro has made and each half has for itself
 * domain: chip_visible: kernel
 * reason: chip_visible: uses dev_attr_level, which a macro has made
 * domain: mode_probe: kernel
 * reason: mode_probe: uses dev_attr_level, which a macro has made
 * domain: own_probe: kernel
 * reason: own_probe: hands sysfs_create_group\(\) the address of own, which is
 */
