// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/watchdog.h>

static int on_start(struct watchdog_device *p0)
{
	return 0;
}

static int on_stop(struct watchdog_device *p0)
{
	return 0;
}

static int on_ping(struct watchdog_device *p0)
{
	return 0;
}

static unsigned int on_status(struct watchdog_device *p0)
{
	return 0;
}

static int on_set_timeout(struct watchdog_device *p0, unsigned int p1)
{
	return 0;
}

static int on_set_pretimeout(struct watchdog_device *p0, unsigned int p1)
{
	return 0;
}

static unsigned int on_get_timeleft(struct watchdog_device *p0)
{
	return 0;
}

static int on_restart(struct watchdog_device *p0, unsigned long p1, void *p2)
{
	return 0;
}

static long on_ioctl(struct watchdog_device *p0, unsigned int p1, unsigned long p2)
{
	return 0;
}

struct watchdog_ops table = {
	.start = on_start,
	.stop = on_stop,
	.ping = on_ping,
	.status = on_status,
	.set_timeout = on_set_timeout,
	.set_pretimeout = on_set_pretimeout,
	.get_timeleft = on_get_timeleft,
	.restart = on_restart,
	.ioctl = on_ioctl,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct watchdog_ops
 * context: on_start: process
 * context: on_stop: process
 * context: on_ping: process
 * context: on_status: process
 * context: on_set_timeout: process
 * context: on_set_pretimeout: process
 * context: on_get_timeleft: process
 * context: on_restart: atomic hardirq
 * context: on_ioctl: process
 */
