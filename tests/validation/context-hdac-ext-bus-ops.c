// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/hdaudio.h>

static int on_hdev_attach(struct hdac_device *p0)
{
	return 0;
}

static int on_hdev_detach(struct hdac_device *p0)
{
	return 0;
}

struct hdac_ext_bus_ops table = {
	.hdev_attach = on_hdev_attach,
	.hdev_detach = on_hdev_detach,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct hdac_ext_bus_ops
 * context: on_hdev_attach: process
 * context: on_hdev_detach: process
 */
