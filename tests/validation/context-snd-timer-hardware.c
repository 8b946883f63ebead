// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <sound/timer.h>

static int on_open(struct snd_timer *p0)
{
	return 0;
}

static int on_close(struct snd_timer *p0)
{
	return 0;
}

static unsigned long on_c_resolution(struct snd_timer *p0)
{
	return 0;
}

static int on_start(struct snd_timer *p0)
{
	return 0;
}

static int on_stop(struct snd_timer *p0)
{
	return 0;
}

static int on_set_period(struct snd_timer *p0, unsigned long p1, unsigned long p2)
{
	return 0;
}

static int on_precise_resolution(struct snd_timer *p0, unsigned long *p1, unsigned long *p2)
{
	return 0;
}

struct snd_timer_hardware table = {
	.open = on_open,
	.close = on_close,
	.c_resolution = on_c_resolution,
	.start = on_start,
	.stop = on_stop,
	.set_period = on_set_period,
	.precise_resolution = on_precise_resolution,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct snd_timer_hardware
 * context: on_open: process
 * context: on_close: process
 * context: on_c_resolution: process atomic softirq hardirq
 * context: on_start: atomic softirq hardirq
 * context: on_stop: atomic softirq hardirq
 * context: on_set_period: process
 * context: on_precise_resolution: atomic
 */
