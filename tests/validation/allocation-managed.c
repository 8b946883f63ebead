// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

struct table {
	int count;
	int values[];
};

struct chip {
	struct device *dev;
	u8 *cache;
	struct table *table;
	int state;
};

static int chip_init(struct chip *chip)
{
	chip->cache = devm_kzalloc(chip->dev, 16, GFP_KERNEL);
	return chip->cache ? 0 : -ENOMEM;
}

static int chip_probe(struct platform_device *pdev)
{
	struct chip *chip = devm_kzalloc(&pdev->dev, sizeof(*chip), GFP_KERNEL);

	if (!chip)
		return -ENOMEM;
	chip->dev = &pdev->dev;
	chip->state = 1;
	platform_set_drvdata(pdev, chip);
	return chip_init(chip);
}

static ssize_t grow_store(struct device *dev, struct device_attribute *attr, const char *buf,
			  size_t count)
{
	struct chip *chip = dev_get_drvdata(dev);

	chip->table = devm_kzalloc(dev, sizeof(*chip->table) + 4 * sizeof(int), GFP_KERNEL);
	chip->table->count = 4;
	return count;
}
static DEVICE_ATTR_WO(grow);

/* Nothing of it outlives the call: whose memory it is would not be known. */
static ssize_t scratch_store(struct device *dev, struct device_attribute *attr, const char *buf,
			     size_t count)
{
	void *scratch = devm_kzalloc(dev, 8, GFP_KERNEL);

	return scratch ? count : -ENOMEM;
}
static DEVICE_ATTR_WO(scratch);

static ssize_t give_store(struct device *dev, struct device_attribute *attr, const char *buf,
			  size_t count)
{
	struct chip *chip = dev_get_drvdata(dev);

	devm_kfree(dev, chip->table);
	chip->table = NULL;
	return count;
}
static DEVICE_ATTR_WO(give);

static struct attribute *chip_attrs[] = {
	&dev_attr_grow.attr, &dev_attr_scratch.attr, &dev_attr_give.attr, NULL
};
ATTRIBUTE_GROUPS(chip);

static struct platform_driver chip_driver = {
	.probe = chip_probe,
	.driver = { .name = "chip", .dev_groups = chip_groups },
};
module_platform_driver(chip_driver);

MODULE_LICENSE("GPL");
/*
 * check-name: managed memory is the device core's, in the size of its type or as bytes
 * domain: chip_probe: user
 * domain: chip_init: user
 * domain: grow_store: kernel
 * reason: grow_store: allocates a struct table and something behind it
 * domain: scratch_store: kernel
 * reason: scratch_store: allocates by devm_kzalloc.. what nothing tells the type of
 * domain: give_store: kernel
 * reason: give_store: calls devm_kfree..: frees managed memory at once
 */
