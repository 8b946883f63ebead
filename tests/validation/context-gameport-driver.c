// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/gameport.h>

static int on_connect(struct gameport *p0, struct gameport_driver *p1)
{
	return 0;
}

static int on_reconnect(struct gameport *p0)
{
	return 0;
}

static void on_disconnect(struct gameport *p0)
{
}

struct gameport_driver table = {
	.connect = on_connect,
	.reconnect = on_reconnect,
	.disconnect = on_disconnect,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct gameport_driver
 * context: on_connect: process
 * context: on_reconnect: process
 * context: on_disconnect: process
 */
