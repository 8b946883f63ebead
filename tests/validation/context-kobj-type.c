// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/kobject.h>

static void on_release(struct kobject *p0)
{
}

static const struct kobj_ns_type_operations *on_child_ns_type(struct kobject *p0)
{
	return 0;
}

static const void *on_namespace(struct kobject *p0)
{
	return 0;
}

static void on_get_ownership(struct kobject *p0, kuid_t *p1, kgid_t *p2)
{
}

struct kobj_type table = {
	.release = on_release,
	.child_ns_type = on_child_ns_type,
	.namespace = on_namespace,
	.get_ownership = on_get_ownership,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct kobj_type
 * context: on_release: process
 * context: on_child_ns_type: process
 * context: on_namespace: process
 * context: on_get_ownership: process
 */
