// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/input.h>

static int on_upload(struct input_dev *p0, struct ff_effect *p1, struct ff_effect *p2)
{
	return 0;
}

static int on_erase(struct input_dev *p0, int p1)
{
	return 0;
}

static int on_playback(struct input_dev *p0, int p1, int p2)
{
	return 0;
}

static void on_set_gain(struct input_dev *p0, u16 p1)
{
}

static void on_set_autocenter(struct input_dev *p0, u16 p1)
{
}

static void on_destroy(struct ff_device *p0)
{
}

struct ff_device table = {
	.upload = on_upload,
	.erase = on_erase,
	.playback = on_playback,
	.set_gain = on_set_gain,
	.set_autocenter = on_set_autocenter,
	.destroy = on_destroy,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct ff_device
 * context: on_upload: process
 * context: on_erase: process
 * context: on_playback: atomic softirq hardirq
 * context: on_set_gain: atomic softirq hardirq
 * context: on_set_autocenter: atomic softirq hardirq
 * context: on_destroy: process
 */
