// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/i2c.h>
#include <linux/of.h>
#include <linux/hwmon.h>
#include <linux/regmap.h>

struct chip { struct i2c_client *client; u8 conf; s16 offset; };
static const struct of_device_id chip_of[] = { { .compatible = "acme,chip" }, { } };
MODULE_DEVICE_TABLE(of, chip_of);
static const struct i2c_device_id chip_ids[] = { { "chip", 0 }, { } };
MODULE_DEVICE_TABLE(i2c, chip_ids);

static int chip_read(struct device *dev, enum hwmon_sensor_types type, u32 attr, int channel,
		     long *value)
{
	struct chip *c = dev_get_drvdata(dev);
	int ret = i2c_smbus_read_byte_data(c->client, attr & 3);

	if (ret < 0)
		return ret;
	*value = (s8)ret * 1000 + c->offset;
	return 0;
}
static umode_t chip_visible(const void *data, enum hwmon_sensor_types type, u32 attr, int channel)
{
	return attr == hwmon_temp_input ? 0444 : 0;
}
static const struct hwmon_channel_info *chip_info[] = {
	HWMON_CHANNEL_INFO(temp, HWMON_T_INPUT), NULL
};
static const struct hwmon_ops chip_ops = { .is_visible = chip_visible, .read = chip_read };
static const struct hwmon_chip_info chip_chip = { .ops = &chip_ops, .info = chip_info };

static int chip_probe(struct i2c_client *client)
{
	struct chip *c = devm_kzalloc(&client->dev, sizeof(*c), GFP_KERNEL);
	struct device *dev;

	if (!c)
		return -ENOMEM;
	c->client = client;
	dev = devm_hwmon_device_register_with_info(&client->dev, "chip", c, &chip_chip, NULL);
	return PTR_ERR_OR_ZERO(dev);
}
static struct i2c_driver chip_driver = {
	.driver = { .name = "chip", .of_match_table = of_match_ptr(chip_of) },
	.probe_new = chip_probe,
	.id_table = chip_ids,
};
module_i2c_driver(chip_driver);
MODULE_LICENSE("GPL");
