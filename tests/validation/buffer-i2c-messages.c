// SPDX-License-Identifier: GPL-2.0-only
#include <linux/i2c.h>
#include <linux/module.h>
#include <linux/slab.h>

struct chip {
	struct i2c_client *client;
	u8 line[4];
	u8 *far;
	struct i2c_msg kept;
};

static ssize_t own_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	struct chip *chip = dev_get_drvdata(dev);
	u8 reg = 1;
	struct i2c_msg msgs[] = {
		{ .addr = 1, .buf = &reg, .len = 1 },
		{ .addr = 1, .flags = I2C_M_RD, .buf = chip->line, .len = 4 },
	};

	if (i2c_transfer(chip->client->adapter, msgs, 2) != 2)
		return -EIO;
	return sysfs_emit(text, "%u\n", chip->line[0]);
}
static DEVICE_ATTR_RO(own);

/* The kernel cannot be told of a message that a record keeps and that points at the stack. */
static ssize_t kept_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	struct chip *chip = dev_get_drvdata(dev);
	u8 data[1];

	chip->kept.buf = data;
	chip->kept.len = 1;
	return i2c_transfer(chip->client->adapter, &chip->kept, 1);
}
static DEVICE_ATTR_RO(kept);

/* What is read into memory that the user half has allocated comes back with its changes. */
static ssize_t far_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	struct chip *chip = dev_get_drvdata(dev);
	struct i2c_msg msg = { .addr = 1, .flags = I2C_M_RD, .buf = chip->far, .len = 4 };

	return i2c_transfer(chip->client->adapter, &msg, 1);
}
static DEVICE_ATTR_RO(far);

static struct attribute *chip_attrs[] = {
	&dev_attr_own.attr, &dev_attr_kept.attr, &dev_attr_far.attr, NULL
};
ATTRIBUTE_GROUPS(chip);

static int probe(struct i2c_client *client)
{
	struct chip *chip = devm_kzalloc(&client->dev, sizeof(*chip), GFP_KERNEL);

	if (!chip)
		return -ENOMEM;
	chip->far = devm_kzalloc(&client->dev, 4, GFP_KERNEL);
	chip->client = client;
	i2c_set_clientdata(client, chip);
	return chip->far ? 0 : -ENOMEM;
}

static struct i2c_driver chip_driver = {
	.driver = { .name = "chip", .dev_groups = chip_groups },
	.probe_new = probe,
};
module_i2c_driver(chip_driver);

MODULE_LICENSE("GPL");
/*
 * check-name: messages cross that are on the stack, wherever their buffers are
 * domain: own_show: user
 * domain: kept_show: kernel
 * reason: kept_show: &chip->kept is not on the stack of its caller
 * domain: far_show: user
 * plan: downcalls: "mdrv_i2c_transfer"
 * plan: records: "struct chip"[^}]*"line": "rw
 */
