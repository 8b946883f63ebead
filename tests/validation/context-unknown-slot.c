// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct bus_type {
	int (*surprise)(struct device *dev);
};

static int surprise(struct device *dev)
{
	return 0;
}

void fill(struct device_driver *driver, int (*p)(struct device *));

void register_it(struct device_driver *driver)
{
	fill(driver, surprise);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a callback of an unknown function may run in any context: an ambiguity with its hint
 * context: surprise: unknown
 * domain: surprise: kernel
 * reason: surprise: ^ambiguous: called in a context that is not known: callback of fill\(\)
 * ambiguity: surprise: \{context: process\}
 */
