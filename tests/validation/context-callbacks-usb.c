// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

/* With as many parameters as the real ones have; only the callbacks are typed. */
void usb_fill_bulk_urb(long p0, long p1, long p2, long p3, long p4, int (*p5)(void *), long p6);
void usb_fill_control_urb(long p0, long p1, long p2, long p3, long p4, long p5, int (*p6)(void
	*), long p7);
void usb_fill_int_urb(long p0, long p1, long p2, long p3, long p4, int (*p5)(void *), long p6,
	long p7);

static int usb_fill_bulk_urb_5(void *data)
{
	return 0;
}

static int usb_fill_control_urb_6(void *data)
{
	return 0;
}

static int usb_fill_int_urb_5(void *data)
{
	return 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	usb_fill_bulk_urb(0, 0, 0, 0, 0, usb_fill_bulk_urb_5, 0);
	usb_fill_control_urb(0, 0, 0, 0, 0, 0, usb_fill_control_urb_6, 0);
	usb_fill_int_urb(0, 0, 0, 0, 0, usb_fill_int_urb_5, 0, 0);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: callbacks: completion of USB requests
 * context: usb_fill_bulk_urb_5: atomic softirq hardirq
 * context: usb_fill_control_urb_6: atomic softirq hardirq
 * context: usb_fill_int_urb_5: atomic softirq hardirq
 */
