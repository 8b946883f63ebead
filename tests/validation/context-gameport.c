// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/gameport.h>

static void on_trigger(struct gameport *p0)
{
}

static unsigned char on_read(struct gameport *p0)
{
	return 0;
}

static int on_cooked_read(struct gameport *p0, int *p1, int *p2)
{
	return 0;
}

static int on_calibrate(struct gameport *p0, int *p1, int *p2)
{
	return 0;
}

static int on_open(struct gameport *p0, int p1)
{
	return 0;
}

static void on_close(struct gameport *p0)
{
}

static void on_poll_handler(struct gameport *p0)
{
}

struct gameport table = {
	.trigger = on_trigger,
	.read = on_read,
	.cooked_read = on_cooked_read,
	.calibrate = on_calibrate,
	.open = on_open,
	.close = on_close,
	.poll_handler = on_poll_handler,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct gameport
 * context: on_trigger: process atomic softirq
 * context: on_read: process atomic softirq
 * context: on_cooked_read: process atomic softirq
 * context: on_calibrate: process atomic softirq
 * context: on_open: process
 * context: on_close: process
 * context: on_poll_handler: softirq
 */
