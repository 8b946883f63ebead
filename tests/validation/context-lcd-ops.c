// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/lcd.h>

static int on_get_power(struct lcd_device *p0)
{
	return 0;
}

static int on_set_power(struct lcd_device *p0, int p1)
{
	return 0;
}

static int on_get_contrast(struct lcd_device *p0)
{
	return 0;
}

static int on_set_contrast(struct lcd_device *p0, int p1)
{
	return 0;
}

static int on_set_mode(struct lcd_device *p0, struct fb_videomode *p1)
{
	return 0;
}

static int on_check_fb(struct lcd_device *p0, struct fb_info *p1)
{
	return 0;
}

struct lcd_ops table = {
	.get_power = on_get_power,
	.set_power = on_set_power,
	.get_contrast = on_get_contrast,
	.set_contrast = on_set_contrast,
	.set_mode = on_set_mode,
	.check_fb = on_check_fb,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct lcd_ops
 * context: on_get_power: process
 * context: on_set_power: process
 * context: on_get_contrast: process
 * context: on_set_contrast: process
 * context: on_set_mode: process
 * context: on_check_fb: process
 */
