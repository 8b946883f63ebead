// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/usb/usbnet.h>

static int on_bind(struct usbnet *p0, struct usb_interface *p1)
{
	return 0;
}

static void on_unbind(struct usbnet *p0, struct usb_interface *p1)
{
}

static int on_reset(struct usbnet *p0)
{
	return 0;
}

static int on_stop(struct usbnet *p0)
{
	return 0;
}

static int on_check_connect(struct usbnet *p0)
{
	return 0;
}

static int on_manage_power(struct usbnet *p0, int p1)
{
	return 0;
}

static void on_status(struct usbnet *p0, struct urb *p1)
{
}

static int on_link_reset(struct usbnet *p0)
{
	return 0;
}

static int on_rx_fixup(struct usbnet *p0, struct sk_buff *p1)
{
	return 0;
}

static struct sk_buff *on_tx_fixup(struct usbnet *p0, struct sk_buff *p1, gfp_t p2)
{
	return 0;
}

static void on_recover(struct usbnet *p0)
{
}

static int on_early_init(struct usbnet *p0)
{
	return 0;
}

static void on_indication(struct usbnet *p0, void *p1, int p2)
{
}

static void on_set_rx_mode(struct usbnet *p0)
{
}

struct driver_info table = {
	.bind = on_bind,
	.unbind = on_unbind,
	.reset = on_reset,
	.stop = on_stop,
	.check_connect = on_check_connect,
	.manage_power = on_manage_power,
	.status = on_status,
	.link_reset = on_link_reset,
	.rx_fixup = on_rx_fixup,
	.tx_fixup = on_tx_fixup,
	.recover = on_recover,
	.early_init = on_early_init,
	.indication = on_indication,
	.set_rx_mode = on_set_rx_mode,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct driver_info
 * context: on_bind: process
 * context: on_unbind: process
 * context: on_reset: process
 * context: on_stop: process
 * context: on_check_connect: process atomic
 * context: on_manage_power: process
 * context: on_status: atomic softirq hardirq
 * context: on_link_reset: process
 * context: on_rx_fixup: atomic softirq hardirq
 * context: on_tx_fixup: atomic softirq hardirq
 * context: on_recover: softirq
 * context: on_early_init: process
 * context: on_indication: process
 * context: on_set_rx_mode: process
 */
