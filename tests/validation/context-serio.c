// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/serio.h>

static int on_write(struct serio *p0, unsigned char p1)
{
	return 0;
}

static int on_open(struct serio *p0)
{
	return 0;
}

static void on_close(struct serio *p0)
{
}

static int on_start(struct serio *p0)
{
	return 0;
}

static void on_stop(struct serio *p0)
{
}

struct serio table = {
	.write = on_write,
	.open = on_open,
	.close = on_close,
	.start = on_start,
	.stop = on_stop,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct serio
 * context: on_write: process atomic hardirq
 * context: on_open: process
 * context: on_close: process
 * context: on_start: process
 * context: on_stop: process
 */
