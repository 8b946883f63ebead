// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/led-class-flash.h>

static int on_flash_brightness_set(struct led_classdev_flash *p0, u32 p1)
{
	return 0;
}

static int on_flash_brightness_get(struct led_classdev_flash *p0, u32 *p1)
{
	return 0;
}

static int on_strobe_set(struct led_classdev_flash *p0, bool p1)
{
	return 0;
}

static int on_strobe_get(struct led_classdev_flash *p0, bool *p1)
{
	return 0;
}

static int on_timeout_set(struct led_classdev_flash *p0, u32 p1)
{
	return 0;
}

static int on_fault_get(struct led_classdev_flash *p0, u32 *p1)
{
	return 0;
}

struct led_flash_ops table = {
	.flash_brightness_set = on_flash_brightness_set,
	.flash_brightness_get = on_flash_brightness_get,
	.strobe_set = on_strobe_set,
	.strobe_get = on_strobe_get,
	.timeout_set = on_timeout_set,
	.fault_get = on_fault_get,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct led_flash_ops
 * context: on_flash_brightness_set: process
 * context: on_flash_brightness_get: process
 * context: on_strobe_set: process
 * context: on_strobe_get: process
 * context: on_timeout_set: process
 * context: on_fault_get: process
 */
