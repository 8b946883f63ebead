// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/device/driver.h>

static ssize_t on_show(struct device_driver *p0, char *p1)
{
	return 0;
}

static ssize_t on_store(struct device_driver *p0, const char *p1, size_t p2)
{
	return 0;
}

struct driver_attribute table = {
	.show = on_show,
	.store = on_store,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct driver_attribute
 * context: on_show: process
 * context: on_store: process
 */
