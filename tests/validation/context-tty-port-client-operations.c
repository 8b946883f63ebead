// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/tty_port.h>

static int on_receive_buf(struct tty_port *p0, const unsigned char *p1, const unsigned char *p2,
	size_t p3)
{
	return 0;
}

static void on_lookahead_buf(struct tty_port *p0, const unsigned char *p1, const unsigned char
	*p2, unsigned int p3)
{
}

static void on_write_wakeup(struct tty_port *p0)
{
}

struct tty_port_client_operations table = {
	.receive_buf = on_receive_buf,
	.lookahead_buf = on_lookahead_buf,
	.write_wakeup = on_write_wakeup,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct tty_port_client_operations
 * context: on_receive_buf: process
 * context: on_lookahead_buf: process
 * context: on_write_wakeup: atomic softirq hardirq
 */
