// SPDX-License-Identifier: GPL-2.0-only
#include <linux/i2c.h>
#include <linux/module.h>
#include <linux/regmap.h>

static ssize_t read_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct regmap *map = dev_get_regmap(dev, NULL);
	u8 pair[2];
	int err = regmap_bulk_read(map, 4, pair, ARRAY_SIZE(pair));

	return err ? err : sysfs_emit(buf, "%d\n", pair[0] << 8 | pair[1]);
}
static DEVICE_ATTR_RO(read);

static ssize_t write_store(struct device *dev, struct device_attribute *attr, const char *buf,
			   size_t count)
{
	struct regmap *map = dev_get_regmap(dev, NULL);
	__be16 value = cpu_to_be16(count);

	return regmap_bulk_write(map, 4, &value, sizeof(value)) ?: count;
}
static DEVICE_ATTR_WO(write);

static struct attribute *chip_attrs[] = { &dev_attr_read.attr, &dev_attr_write.attr, NULL };
ATTRIBUTE_GROUPS(chip);

static struct i2c_driver chip_driver = {
	.driver = { .name = "chip", .dev_groups = chip_groups },
};
module_i2c_driver(chip_driver);

MODULE_LICENSE("GPL");
/*
 * check-name: registers read or written together have the size that their map says
 * domain: read_show: user
 * domain: write_store: user
 * plan: downcalls: "regmap_get_val_bytes", "regmap_bulk_read"
 */
