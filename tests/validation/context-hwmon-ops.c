// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/hwmon.h>

static umode_t on_is_visible(const void *p0, enum hwmon_sensor_types p1, u32 p2, int p3)
{
	return 0;
}

static int on_read(struct device *p0, enum hwmon_sensor_types p1, u32 p2, int p3, long *p4)
{
	return 0;
}

static int on_read_string(struct device *p0, enum hwmon_sensor_types p1, u32 p2, int p3,
	const char **p4)
{
	return 0;
}

static int on_write(struct device *p0, enum hwmon_sensor_types p1, u32 p2, int p3, long p4)
{
	return 0;
}

struct hwmon_ops table = {
	.is_visible = on_is_visible,
	.read = on_read,
	.read_string = on_read_string,
	.write = on_write,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct hwmon_ops
 * context: on_is_visible: process
 * context: on_read: process
 * context: on_read_string: process
 * context: on_write: process
 */
