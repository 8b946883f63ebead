// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/backlight.h>

static int on_update_status(struct backlight_device *p0)
{
	return 0;
}

static int on_get_brightness(struct backlight_device *p0)
{
	return 0;
}

static int on_check_fb(struct backlight_device *p0, struct fb_info *p1)
{
	return 0;
}

struct backlight_ops table = {
	.update_status = on_update_status,
	.get_brightness = on_get_brightness,
	.check_fb = on_check_fb,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct backlight_ops
 * context: on_update_status: process
 * context: on_get_brightness: process
 * context: on_check_fb: process
 */
