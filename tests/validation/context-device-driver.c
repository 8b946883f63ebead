// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/device/driver.h>

static int on_probe(struct device *p0)
{
	return 0;
}

static int on_remove(struct device *p0)
{
	return 0;
}

static void on_shutdown(struct device *p0)
{
}

static int on_suspend(struct device *p0, pm_message_t p1)
{
	return 0;
}

static int on_resume(struct device *p0)
{
	return 0;
}

struct device_driver table = {
	.probe = on_probe,
	.remove = on_remove,
	.shutdown = on_shutdown,
	.suspend = on_suspend,
	.resume = on_resume,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct device_driver
 * context: on_probe: process
 * context: on_remove: process
 * context: on_shutdown: process
 * context: on_suspend: process
 * context: on_resume: process
 */
