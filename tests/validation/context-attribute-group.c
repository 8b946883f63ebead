// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/sysfs.h>

static umode_t on_is_visible(struct kobject *p0, struct attribute *p1, int p2)
{
	return 0;
}

static umode_t on_is_bin_visible(struct kobject *p0, struct bin_attribute *p1, int p2)
{
	return 0;
}

struct attribute_group table = {
	.is_visible = on_is_visible,
	.is_bin_visible = on_is_bin_visible,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct attribute_group
 * context: on_is_visible: process
 * context: on_is_bin_visible: process
 */
