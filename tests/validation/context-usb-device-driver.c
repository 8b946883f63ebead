// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/usb.h>

static bool on_match(struct usb_device *p0)
{
	return 0;
}

static int on_probe(struct usb_device *p0)
{
	return 0;
}

static void on_disconnect(struct usb_device *p0)
{
}

static int on_suspend(struct usb_device *p0, pm_message_t p1)
{
	return 0;
}

static int on_resume(struct usb_device *p0, pm_message_t p1)
{
	return 0;
}

struct usb_device_driver table = {
	.match = on_match,
	.probe = on_probe,
	.disconnect = on_disconnect,
	.suspend = on_suspend,
	.resume = on_resume,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts in which the kernel calls the operations of struct usb_device_driver
 * context: on_match: process
 * context: on_probe: process
 * context: on_disconnect: process
 * context: on_suspend: process
 * context: on_resume: process
 */
