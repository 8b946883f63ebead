// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/usb.h>

static void on_complete(struct urb *p0)
{
}

struct urb table = {
	.complete = on_complete,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct urb
 * context: on_complete: atomic softirq hardirq
 */
