// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/kref.h>
#include <linux/device.h>

static struct kref references;

static void release(struct kref *kref)
{
}

static int probe(struct device *dev)
{
	kref_put(&references, release);
	return 0;
}

struct device_driver driver = {
	.probe = probe,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a release function runs as its caller runs
 * context: release: process
 * no-reason: release: not known
 * no-ambiguity: .
 */
