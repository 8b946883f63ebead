// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/debugfs.h>
#include <linux/seq_file.h>

struct chip { u32 level; struct dentry *dir; };
static struct chip chip;
static int sizes[4] = { 1, 2, 3, 4 };
static int count = 4;
module_param_array(sizes, int, &count, 0644);

static int limit_set(const char *text, const struct kernel_param *kp)
{
	u32 value;
	int ret = kstrtou32(text, 0, &value);

	if (!ret)
		chip.level = value;
	return ret;
}
static const struct kernel_param_ops limit_ops = { .set = limit_set, .get = param_get_uint };
module_param_cb(limit, &limit_ops, &chip.level, 0600);

static int chip_show(struct seq_file *s, void *unused)
{
	seq_printf(s, "%u of %d\n", chip.level, sizes[0]);
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(chip);

static ssize_t level_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct chip *c = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%u\n", c->level);
}
static ssize_t level_store(struct device *dev, struct device_attribute *attr, const char *buf,
			   size_t size)
{
	struct chip *c = dev_get_drvdata(dev);
	int ret = kstrtou32(buf, 0, &c->level);

	return ret ?: size;
}
static DEVICE_ATTR_RW(level);
static struct attribute *chip_attrs[] = { &dev_attr_level.attr, NULL };
ATTRIBUTE_GROUPS(chip);

static int chip_probe(struct platform_device *pdev)
{
	platform_set_drvdata(pdev, &chip);
	chip.dir = debugfs_create_dir("chip", NULL);
	debugfs_create_file("state", 0444, chip.dir, &chip, &chip_fops);
	return 0;
}
static struct platform_driver chip_driver = {
	.probe = chip_probe,
	.driver = { .name = "chip", .dev_groups = chip_groups },
};
module_platform_driver(chip_driver);
MODULE_LICENSE("GPL");
