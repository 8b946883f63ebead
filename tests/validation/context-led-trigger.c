// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/leds.h>

static int on_activate(struct led_classdev *p0)
{
	return 0;
}

static void on_deactivate(struct led_classdev *p0)
{
}

struct led_trigger table = {
	.activate = on_activate,
	.deactivate = on_deactivate,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct led_trigger
 * context: on_activate: process
 * context: on_deactivate: process
 */
