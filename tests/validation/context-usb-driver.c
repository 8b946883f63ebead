// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/usb.h>

static int on_probe(struct usb_interface *p0, const struct usb_device_id *p1)
{
	return 0;
}

static void on_disconnect(struct usb_interface *p0)
{
}

static int on_unlocked_ioctl(struct usb_interface *p0, unsigned int p1, void *p2)
{
	return 0;
}

static int on_suspend(struct usb_interface *p0, pm_message_t p1)
{
	return 0;
}

static int on_resume(struct usb_interface *p0)
{
	return 0;
}

static int on_reset_resume(struct usb_interface *p0)
{
	return 0;
}

static int on_pre_reset(struct usb_interface *p0)
{
	return 0;
}

static int on_post_reset(struct usb_interface *p0)
{
	return 0;
}

struct usb_driver table = {
	.probe = on_probe,
	.disconnect = on_disconnect,
	.unlocked_ioctl = on_unlocked_ioctl,
	.suspend = on_suspend,
	.resume = on_resume,
	.reset_resume = on_reset_resume,
	.pre_reset = on_pre_reset,
	.post_reset = on_post_reset,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct usb_driver
 * context: on_probe: process
 * context: on_disconnect: process
 * context: on_unlocked_ioctl: process
 * context: on_suspend: process
 * context: on_resume: process
 * context: on_reset_resume: process
 * context: on_pre_reset: process
 * context: on_post_reset: process
 */
