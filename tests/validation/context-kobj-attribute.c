// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/kobject.h>

static ssize_t on_show(struct kobject *p0, struct kobj_attribute *p1, char *p2)
{
	return 0;
}

static ssize_t on_store(struct kobject *p0, struct kobj_attribute *p1, const char *p2, size_t
	p3)
{
	return 0;
}

struct kobj_attribute table = {
	.show = on_show,
	.store = on_store,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct kobj_attribute
 * context: on_show: process
 * context: on_store: process
 */
