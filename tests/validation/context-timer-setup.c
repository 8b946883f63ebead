// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/timer.h>
#include <linux/device.h>

static struct timer_list timer;

static void expired(struct timer_list *timer)
{
}

static int probe(struct device *dev)
{
	timer_setup(&timer, expired, 0);
	return 0;
}

struct device_driver driver = {
	.probe = probe,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a timer expires in softirq context; setting it up is an ordinary call
 * context: expired: softirq
 * reason: expired: ^root: called in softirq context: callback of init_timer_key\(\)
 * domain: probe: user
 * plan: downcalls: "timer_setup"
 */
