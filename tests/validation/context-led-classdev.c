// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/leds.h>

static void on_brightness_set(struct led_classdev *p0, enum led_brightness p1)
{
}

static int on_brightness_set_blocking(struct led_classdev *p0, enum led_brightness p1)
{
	return 0;
}

static enum led_brightness on_brightness_get(struct led_classdev *p0)
{
	return 0;
}

static int on_blink_set(struct led_classdev *p0, unsigned long *p1, unsigned long *p2)
{
	return 0;
}

static int on_pattern_set(struct led_classdev *p0, struct led_pattern *p1, u32 p2, int p3)
{
	return 0;
}

static int on_pattern_clear(struct led_classdev *p0)
{
	return 0;
}

static void on_flash_resume(struct led_classdev *p0)
{
}

struct led_classdev table = {
	.brightness_set = on_brightness_set,
	.brightness_set_blocking = on_brightness_set_blocking,
	.brightness_get = on_brightness_get,
	.blink_set = on_blink_set,
	.pattern_set = on_pattern_set,
	.pattern_clear = on_pattern_clear,
	.flash_resume = on_flash_resume,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct led_classdev
 * context: on_brightness_set: process atomic softirq hardirq
 * context: on_brightness_set_blocking: process
 * context: on_brightness_get: process
 * context: on_blink_set: process atomic
 * context: on_pattern_set: process
 * context: on_pattern_clear: process
 * context: on_flash_resume: process
 */
