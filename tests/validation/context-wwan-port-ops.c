// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/wwan.h>

static int on_start(struct wwan_port *p0)
{
	return 0;
}

static void on_stop(struct wwan_port *p0)
{
}

static int on_tx(struct wwan_port *p0, struct sk_buff *p1)
{
	return 0;
}

static int on_tx_blocking(struct wwan_port *p0, struct sk_buff *p1)
{
	return 0;
}

static __poll_t on_tx_poll(struct wwan_port *p0, struct file *p1, poll_table *p2)
{
	return 0;
}

struct wwan_port_ops table = {
	.start = on_start,
	.stop = on_stop,
	.tx = on_tx,
	.tx_blocking = on_tx_blocking,
	.tx_poll = on_tx_poll,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct wwan_port_ops
 * context: on_start: process
 * context: on_stop: process
 * context: on_tx: process
 * context: on_tx_blocking: process
 * context: on_tx_poll: process
 */
