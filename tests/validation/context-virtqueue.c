// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/virtio.h>

static void on_callback(struct virtqueue *p0)
{
}

struct virtqueue table = {
	.callback = on_callback,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct virtqueue
 * context: on_callback: atomic softirq hardirq
 */
