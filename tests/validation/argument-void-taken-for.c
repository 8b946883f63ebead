// SPDX-License-Identifier: GPL-2.0-only
#include <linux/hwmon.h>
#include <linux/module.h>

struct chip {
	int limits;
	struct device *hwmon;
};

struct other {
	int flags;
};

/* what helpers do with it counts as well */
static umode_t rights(const void *data)
{
	const struct chip *chip = data;

	return chip->limits > 1 ? 0644 : 0444;
}

static umode_t chip_is_visible(const void *data, enum hwmon_sensor_types type, u32 attr,
			       int channel)
{
	return channel ? 0 : rights(data);
}

static umode_t odd_is_visible(const void *data, enum hwmon_sensor_types type, u32 attr,
			      int channel)
{
	const struct other *other = data;

	return channel ? rights(data) : other->flags;
}

static int chip_read(struct device *dev, enum hwmon_sensor_types type, u32 attr, int channel,
		     long *val)
{
	*val = channel;
	return 0;
}

const struct hwmon_ops chip_ops = {
	.is_visible = chip_is_visible,
	.read = chip_read,
};

const struct hwmon_ops odd_ops = {
	.is_visible = odd_is_visible,
	.read = chip_read,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a void * that an operation is given is what the driver takes it for
 * domain: chip_is_visible: user
 * plan: records: "struct chip"[^}]*"limits": "r int
 * domain: odd_is_visible: kernel
 * reason: odd_is_visible: taken for more than one record
 */
