// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/hdaudio.h>

static int on_command(struct hdac_bus *p0, unsigned int p1)
{
	return 0;
}

static int on_get_response(struct hdac_bus *p0, unsigned int p1, unsigned int *p2)
{
	return 0;
}

static void on_link_power(struct hdac_device *p0, bool p1)
{
}

struct hdac_bus_ops table = {
	.command = on_command,
	.get_response = on_get_response,
	.link_power = on_link_power,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct hdac_bus_ops
 * context: on_command: process
 * context: on_get_response: process
 * context: on_link_power: process
 */
