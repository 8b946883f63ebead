// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/virtio.h>

static int on_validate(struct virtio_device *p0)
{
	return 0;
}

static int on_probe(struct virtio_device *p0)
{
	return 0;
}

static void on_scan(struct virtio_device *p0)
{
}

static void on_remove(struct virtio_device *p0)
{
}

static void on_config_changed(struct virtio_device *p0)
{
}

static int on_freeze(struct virtio_device *p0)
{
	return 0;
}

static int on_restore(struct virtio_device *p0)
{
	return 0;
}

struct virtio_driver table = {
	.validate = on_validate,
	.probe = on_probe,
	.scan = on_scan,
	.remove = on_remove,
	.config_changed = on_config_changed,
	.freeze = on_freeze,
	.restore = on_restore,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct virtio_driver
 * context: on_validate: process
 * context: on_probe: process
 * context: on_scan: process
 * context: on_remove: process
 * context: on_config_changed: atomic hardirq
 * context: on_freeze: process
 * context: on_restore: process
 */
