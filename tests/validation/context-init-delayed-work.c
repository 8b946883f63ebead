// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/workqueue.h>
#include <linux/device.h>

static struct delayed_work work;

static void run(struct work_struct *work)
{
}

static int probe(struct device *dev)
{
	INIT_DELAYED_WORK(&work, run);
	return 0;
}

struct device_driver driver = {
	.probe = probe,
};

MODULE_LICENSE("GPL");
/*
 * check-name: delayed work runs in process context
 * context: run: process
 * domain: probe: user
 * plan: downcalls: "INIT_DELAYED_WORK"
 */
