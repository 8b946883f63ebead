// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

static int probe(struct device *dev) { return 0; }

static struct device_driver driver = { .probe = probe };

int run(struct device_driver *other, struct device *dev)
{
	return other->probe(dev) + driver.probe(dev);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a slot of the kernel that the driver fills may be the driver's or the kernel's
 * expect: run: call 10:9 .*TARGETS slot:probe OUTWARD$
 * expect: probe: escape 6:.* slot struct device_driver.probe
 */
