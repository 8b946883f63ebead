// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/input.h>

static int on_setkeycode(struct input_dev *p0, const struct input_keymap_entry *p1,
	unsigned int *p2)
{
	return 0;
}

static int on_getkeycode(struct input_dev *p0, struct input_keymap_entry *p1)
{
	return 0;
}

static int on_open(struct input_dev *p0)
{
	return 0;
}

static void on_close(struct input_dev *p0)
{
}

static int on_flush(struct input_dev *p0, struct file *p1)
{
	return 0;
}

static int on_event(struct input_dev *p0, unsigned int p1, unsigned int p2, int p3)
{
	return 0;
}

struct input_dev table = {
	.setkeycode = on_setkeycode,
	.getkeycode = on_getkeycode,
	.open = on_open,
	.close = on_close,
	.flush = on_flush,
	.event = on_event,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct input_dev
 * context: on_setkeycode: atomic
 * context: on_getkeycode: atomic
 * context: on_open: process
 * context: on_close: process
 * context: on_flush: process
 * context: on_event: atomic softirq hardirq
 */
