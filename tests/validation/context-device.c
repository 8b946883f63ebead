// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/device.h>

static void on_release(struct device *p0)
{
}

struct device table = {
	.release = on_release,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct device
 * context: on_release: process
 */
