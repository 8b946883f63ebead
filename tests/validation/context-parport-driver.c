// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/parport.h>

static void on_attach(struct parport *p0)
{
}

static void on_detach(struct parport *p0)
{
}

static void on_match_port(struct parport *p0)
{
}

static int on_probe(struct pardevice *p0)
{
	return 0;
}

struct parport_driver table = {
	.attach = on_attach,
	.detach = on_detach,
	.match_port = on_match_port,
	.probe = on_probe,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct parport_driver
 * context: on_attach: process
 * context: on_detach: process
 * context: on_match_port: process
 * context: on_probe: process
 */
