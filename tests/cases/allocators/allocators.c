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
	char *name;
	const char *label;
	char *title;
	const char *own;
	struct pair *pair;
	struct pair *many;
	u16 *table;
	int count;
};

static struct platform_device *device;

static ssize_t name_store(struct device *dev, struct device_attribute *attr, const char *buf,
			  size_t count)
{
	struct chip *chip = dev_get_drvdata(dev);

	kfree(chip->name);
	chip->name = kstrdup(buf, GFP_KERNEL);
	return chip->name ? count : -ENOMEM;
}

static ssize_t name_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct chip *chip = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%s %s %s %s\n", chip->name ? chip->name : "none", chip->label,
			  chip->title, chip->own);
}
static DEVICE_ATTR_RW(name);

static ssize_t count_store(struct device *dev, struct device_attribute *attr, const char *buf,
			   size_t count)
{
	struct chip *chip = dev_get_drvdata(dev);
	char *copy = kstrndup(buf, 4, GFP_KERNEL);
	const char *label;
	int err;

	if (!copy)
		return -ENOMEM;
	err = kstrtoint(strim(copy), 0, &chip->count);
	kfree(copy);
	if (err)
		return err;
	label = kasprintf(GFP_KERNEL, "label%d", chip->count);
	if (!label)
		return -ENOMEM;
	kfree(chip->label);
	chip->label = label;
	return count;
}
static DEVICE_ATTR_WO(count);

static ssize_t pair_store(struct device *dev, struct device_attribute *attr, const char *buf,
			  size_t count)
{
	struct chip *chip = dev_get_drvdata(dev);
	struct pair pair = { count, chip->count };

	kfree(chip->pair);
	chip->pair = kmemdup(&pair, sizeof(pair), GFP_KERNEL);
	return chip->pair ? count : -ENOMEM;
}

static ssize_t pair_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct chip *chip = dev_get_drvdata(dev);

	return chip->pair ? sysfs_emit(buf, "%d %d\n", chip->pair->a, chip->pair->b) : -ENODATA;
}
static DEVICE_ATTR_RW(pair);

static struct attribute *chip_attrs[] = {
	&dev_attr_name.attr, &dev_attr_count.attr, &dev_attr_pair.attr, NULL
};
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
	chip->table = devm_kcalloc(&pdev->dev, 8, sizeof(*chip->table), GFP_KERNEL);
	chip->title = devm_kstrdup(&pdev->dev, "title", GFP_KERNEL);
	chip->own = devm_kasprintf(&pdev->dev, GFP_KERNEL, "own%d", chip->count);
	chip->label = kstrdup("first", GFP_KERNEL);
	if (!chip->table || !chip->title || !chip->own || !chip->label)
		return -ENOMEM;
	return chip_many(chip);
}

static int chip_remove(struct platform_device *pdev)
{
	struct chip *chip = platform_get_drvdata(pdev);

	kfree(chip->many);
	kfree(chip->pair);
	kfree(chip->label);
	kfree(chip->name);
	return 0;
}

static struct platform_driver chip_driver = {
	.probe = chip_probe,
	.remove = chip_remove,
	.driver = { .name = "allocators", .dev_groups = chip_groups },
};

static int __init chip_init(void)
{
	int err = platform_driver_register(&chip_driver);

	if (err)
		return err;
	device = platform_device_register_simple("allocators", -1, NULL, 0);
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
