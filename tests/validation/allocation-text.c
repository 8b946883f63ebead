// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

struct pair {
	int a;
	int b;
};

struct chip {
	char *name;
	struct pair *many;
	u16 *table;
};

static ssize_t name_store(struct device *dev, struct device_attribute *attr, const char *buf,
			  size_t count)
{
	struct chip *chip = dev_get_drvdata(dev);

	chip->name = kstrdup(buf, GFP_KERNEL);
	return chip->name ? count : -ENOMEM;
}
static DEVICE_ATTR_WO(name);

static ssize_t title_store(struct device *dev, struct device_attribute *attr, const char *buf,
			   size_t count)
{
	struct chip *chip = dev_get_drvdata(dev);

	chip->name = devm_kasprintf(dev, GFP_KERNEL, "%zu", count);
	return chip->name ? count : -ENOMEM;
}
static DEVICE_ATTR_WO(title);

static ssize_t many_store(struct device *dev, struct device_attribute *attr, const char *buf,
			  size_t count)
{
	struct chip *chip = dev_get_drvdata(dev);

	chip->many = kcalloc(count, sizeof(*chip->many), GFP_KERNEL);
	return chip->many ? count : -ENOMEM;
}
static DEVICE_ATTR_WO(many);

static ssize_t table_store(struct device *dev, struct device_attribute *attr, const char *buf,
			   size_t count)
{
	struct chip *chip = dev_get_drvdata(dev);

	chip->table = devm_kcalloc(dev, count, sizeof(*chip->table), GFP_KERNEL);
	return chip->table ? count : -ENOMEM;
}
static DEVICE_ATTR_WO(table);

/* What only this function sees is its process's own. */
static ssize_t sum_store(struct device *dev, struct device_attribute *attr, const char *buf,
			 size_t count)
{
	struct pair *pairs = kcalloc(count, sizeof(*pairs), GFP_KERNEL);

	kfree(pairs);
	return pairs ? count : -ENOMEM;
}
static DEVICE_ATTR_WO(sum);

/* Many records in one piece have no twin but of the first. */
static ssize_t second_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct chip *chip = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%d\n", chip->many[1].b);
}
static DEVICE_ATTR_RO(second);

static struct attribute *chip_attrs[] = {
	&dev_attr_name.attr, &dev_attr_title.attr, &dev_attr_many.attr, &dev_attr_table.attr,
	&dev_attr_sum.attr, &dev_attr_second.attr, NULL
};
ATTRIBUTE_GROUPS(chip);

static struct platform_driver chip_driver = {
	.driver = { .name = "chip", .dev_groups = chip_groups },
};
module_platform_driver(chip_driver);

MODULE_LICENSE("GPL");
/*
 * check-name: strings and tables that are stored are the kernel's, many records stay
 * domain: name_store: user
 * domain: title_store: user
 * domain: many_store: kernel
 * reason: many_store: uses struct chip.many, for which many_store.. allocates many of struct pair
 * domain: second_show: kernel
 * reason: second_show: uses struct chip.many, for which many_store.. allocates many of struct pair
 * domain: table_store: user
 * domain: sum_store: user
 */
