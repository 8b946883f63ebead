// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct private {
	struct device_driver *driver;
};

int run(struct private *private, struct device *dev)
{
	return private->driver->probe(dev);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a call through a record of the kernel that the driver never fills goes to the kernel
 * expect: run: call .*slot struct device_driver.probe .* OUTWARD$
 * reject: run: UNRESOLVED|TARGETS
 * no-assumption: no known target
 * plan: indirect_calls.outward: ^1$
 */
