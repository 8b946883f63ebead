// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/wmi.h>

static int on_probe(struct wmi_device *p0, const void *p1)
{
	return 0;
}

static void on_remove(struct wmi_device *p0)
{
}

static void on_notify(struct wmi_device *p0, union acpi_object *p1)
{
}

static long on_filter_callback(struct wmi_device *p0, unsigned int p1, struct wmi_ioctl_buffer
	*p2)
{
	return 0;
}

struct wmi_driver table = {
	.probe = on_probe,
	.remove = on_remove,
	.notify = on_notify,
	.filter_callback = on_filter_callback,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct wmi_driver
 * context: on_probe: process
 * context: on_remove: process
 * context: on_notify: process
 * context: on_filter_callback: process
 */
