// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/workqueue.h>
#include <linux/device.h>

static struct work_struct work;

static void run(struct work_struct *work)
{
}

static int probe(struct device *dev)
{
	INIT_WORK(&work, run);
	return 0;
}

struct device_driver driver = {
	.probe = probe,
};

MODULE_LICENSE("GPL");
/*
 * check-name: work runs in process context; INIT_WORK is an ordinary call
 * context: run: process
 * domain: probe: user
 * plan: downcalls: "INIT_WORK"
 */
