// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct kref {
	int refcount;
};

int kref_put_mutex(struct kref *kref, void (*release)(struct kref *kref), struct mutex *lock);

static struct kref references;
static struct mutex lock;

static void release(struct kref *kref)
{
}

static int probe(struct device *dev)
{
	kref_put_mutex(&references, release, &lock);
	return 0;
}

struct device_driver driver = {
	.probe = probe,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a release function under a mutex
 * context: release: process
 */
