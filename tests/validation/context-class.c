// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/device/class.h>

static int on_dev_uevent(struct device *p0, struct kobj_uevent_env *p1)
{
	return 0;
}

static char *on_devnode(struct device *p0, umode_t *p1)
{
	return 0;
}

static void on_class_release(struct class *p0)
{
}

static void on_dev_release(struct device *p0)
{
}

static int on_shutdown_pre(struct device *p0)
{
	return 0;
}

static const void *on_namespace(struct device *p0)
{
	return 0;
}

static void on_get_ownership(struct device *p0, kuid_t *p1, kgid_t *p2)
{
}

struct class table = {
	.dev_uevent = on_dev_uevent,
	.devnode = on_devnode,
	.class_release = on_class_release,
	.dev_release = on_dev_release,
	.shutdown_pre = on_shutdown_pre,
	.namespace = on_namespace,
	.get_ownership = on_get_ownership,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct class
 * context: on_dev_uevent: process
 * context: on_devnode: process
 * context: on_class_release: process
 * context: on_dev_release: process
 * context: on_shutdown_pre: process
 * context: on_namespace: process
 * context: on_get_ownership: process
 */
