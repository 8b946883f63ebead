// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/i2c.h>

static int on_probe(struct i2c_client *p0, const struct i2c_device_id *p1)
{
	return 0;
}

static void on_remove(struct i2c_client *p0)
{
}

static int on_probe_new(struct i2c_client *p0)
{
	return 0;
}

static void on_shutdown(struct i2c_client *p0)
{
}

static void on_alert(struct i2c_client *p0, enum i2c_alert_protocol p1, unsigned int p2)
{
}

static int on_command(struct i2c_client *p0, unsigned int p1, void *p2)
{
	return 0;
}

static int on_detect(struct i2c_client *p0, struct i2c_board_info *p1)
{
	return 0;
}

struct i2c_driver table = {
	.probe = on_probe,
	.remove = on_remove,
	.probe_new = on_probe_new,
	.shutdown = on_shutdown,
	.alert = on_alert,
	.command = on_command,
	.detect = on_detect,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct i2c_driver
 * context: on_probe: process
 * context: on_remove: process
 * context: on_probe_new: process
 * context: on_shutdown: process
 * context: on_alert: process
 * context: on_command: process
 * context: on_detect: process
 */
