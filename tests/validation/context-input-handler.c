// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/input.h>

static void on_event(struct input_handle *p0, unsigned int p1, unsigned int p2, int p3)
{
}

static void on_events(struct input_handle *p0, const struct input_value *p1, unsigned int p2)
{
}

static bool on_filter(struct input_handle *p0, unsigned int p1, unsigned int p2, int p3)
{
	return 0;
}

static bool on_match(struct input_handler *p0, struct input_dev *p1)
{
	return 0;
}

static int on_connect(struct input_handler *p0, struct input_dev *p1,
	const struct input_device_id *p2)
{
	return 0;
}

static void on_disconnect(struct input_handle *p0)
{
}

static void on_start(struct input_handle *p0)
{
}

struct input_handler table = {
	.event = on_event,
	.events = on_events,
	.filter = on_filter,
	.match = on_match,
	.connect = on_connect,
	.disconnect = on_disconnect,
	.start = on_start,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct input_handler
 * context: on_event: atomic softirq hardirq
 * context: on_events: atomic softirq hardirq
 * context: on_filter: atomic softirq hardirq
 * context: on_match: process
 * context: on_connect: process
 * context: on_disconnect: process
 * context: on_start: process
 */
