// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/usb.h>

static u16 product;

static int chip_probe(struct usb_interface *intf, const struct usb_device_id *id)
{
	struct usb_device *udev = interface_to_usbdev(intf);

	product = le16_to_cpu(udev->descriptor.idProduct);
	return 0;
}
static void chip_disconnect(struct usb_interface *intf)
{
}
static const struct usb_device_id chip_ids[] = { { USB_DEVICE(0x1234, 0x5678) }, { } };
MODULE_DEVICE_TABLE(usb, chip_ids);
static struct usb_driver chip_driver = {
	.name = "chip", .probe = chip_probe, .disconnect = chip_disconnect, .id_table = chip_ids,
};
module_usb_driver(chip_driver);
MODULE_LICENSE("GPL");
