// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/tty_port.h>

static int on_carrier_raised(struct tty_port *p0)
{
	return 0;
}

static void on_dtr_rts(struct tty_port *p0, int p1)
{
}

static void on_shutdown(struct tty_port *p0)
{
}

static int on_activate(struct tty_port *p0, struct tty_struct *p1)
{
	return 0;
}

static void on_destruct(struct tty_port *p0)
{
}

struct tty_port_operations table = {
	.carrier_raised = on_carrier_raised,
	.dtr_rts = on_dtr_rts,
	.shutdown = on_shutdown,
	.activate = on_activate,
	.destruct = on_destruct,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct tty_port_operations
 * context: on_carrier_raised: process
 * context: on_dtr_rts: process
 * context: on_shutdown: process
 * context: on_activate: process
 * context: on_destruct: process
 */
