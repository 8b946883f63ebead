// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/mdio.h>

static int on_probe(struct mdio_device *p0)
{
	return 0;
}

static void on_remove(struct mdio_device *p0)
{
}

static void on_shutdown(struct mdio_device *p0)
{
}

struct mdio_driver table = {
	.probe = on_probe,
	.remove = on_remove,
	.shutdown = on_shutdown,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct mdio_driver
 * context: on_probe: process
 * context: on_remove: process
 * context: on_shutdown: process
 */
