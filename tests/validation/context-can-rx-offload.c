// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/can/rx-offload.h>

static struct sk_buff *on_mailbox_read(struct can_rx_offload *p0, unsigned int p1, u32 *p2, bool
	p3)
{
	return 0;
}

struct can_rx_offload table = {
	.mailbox_read = on_mailbox_read,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct can_rx_offload
 * context: on_mailbox_read: softirq hardirq
 */
