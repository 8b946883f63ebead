// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/usb.h>

static char *on_devnode(struct device *p0, umode_t *p1)
{
	return 0;
}

struct usb_class_driver table = {
	.devnode = on_devnode,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct usb_class_driver
 * context: on_devnode: process
 */
