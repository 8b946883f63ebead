// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/device.h>

static int on_uevent(struct device *p0, struct kobj_uevent_env *p1)
{
	return 0;
}

static char *on_devnode(struct device *p0, umode_t *p1, kuid_t *p2, kgid_t *p3)
{
	return 0;
}

static void on_release(struct device *p0)
{
}

struct device_type table = {
	.uevent = on_uevent,
	.devnode = on_devnode,
	.release = on_release,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct device_type
 * context: on_uevent: process
 * context: on_devnode: process
 * context: on_release: process
 */
