// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/hid.h>

static int on_start(struct hid_device *p0)
{
	return 0;
}

static void on_stop(struct hid_device *p0)
{
}

static int on_open(struct hid_device *p0)
{
	return 0;
}

static void on_close(struct hid_device *p0)
{
}

static int on_power(struct hid_device *p0, int p1)
{
	return 0;
}

static int on_parse(struct hid_device *p0)
{
	return 0;
}

static void on_request(struct hid_device *p0, struct hid_report *p1, int p2)
{
}

static int on_wait(struct hid_device *p0)
{
	return 0;
}

static int on_raw_request(struct hid_device *p0, unsigned char p1, __u8 *p2, size_t p3, unsigned
	char p4, int p5)
{
	return 0;
}

static int on_output_report(struct hid_device *p0, __u8 *p1, size_t p2)
{
	return 0;
}

static int on_idle(struct hid_device *p0, int p1, int p2, int p3)
{
	return 0;
}

static bool on_may_wakeup(struct hid_device *p0)
{
	return 0;
}

struct hid_ll_driver table = {
	.start = on_start,
	.stop = on_stop,
	.open = on_open,
	.close = on_close,
	.power = on_power,
	.parse = on_parse,
	.request = on_request,
	.wait = on_wait,
	.raw_request = on_raw_request,
	.output_report = on_output_report,
	.idle = on_idle,
	.may_wakeup = on_may_wakeup,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct hid_ll_driver
 * context: on_start: process
 * context: on_stop: process
 * context: on_open: process
 * context: on_close: process
 * context: on_power: process
 * context: on_parse: process
 * context: on_request: process atomic softirq hardirq
 * context: on_wait: process
 * context: on_raw_request: process
 * context: on_output_report: process
 * context: on_idle: process
 * context: on_may_wakeup: process
 */
