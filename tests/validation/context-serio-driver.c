// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/serio.h>

static void on_write_wakeup(struct serio *p0)
{
}

static irqreturn_t on_interrupt(struct serio *p0, unsigned char p1, unsigned int p2)
{
	return 0;
}

static int on_connect(struct serio *p0, struct serio_driver *p1)
{
	return 0;
}

static int on_reconnect(struct serio *p0)
{
	return 0;
}

static int on_fast_reconnect(struct serio *p0)
{
	return 0;
}

static void on_disconnect(struct serio *p0)
{
}

static void on_cleanup(struct serio *p0)
{
}

struct serio_driver table = {
	.write_wakeup = on_write_wakeup,
	.interrupt = on_interrupt,
	.connect = on_connect,
	.reconnect = on_reconnect,
	.fast_reconnect = on_fast_reconnect,
	.disconnect = on_disconnect,
	.cleanup = on_cleanup,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct serio_driver
 * context: on_write_wakeup: atomic hardirq
 * context: on_interrupt: hardirq
 * context: on_connect: process
 * context: on_reconnect: process
 * context: on_fast_reconnect: process
 * context: on_disconnect: process
 * context: on_cleanup: process
 */
