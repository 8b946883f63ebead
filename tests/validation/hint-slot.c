// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct chip_ops {
	int (*set)(int level);
};

void add_chip(const struct chip_ops *ops);
static int level;

static int set(int to)
{
	return level = to;
}

static const struct chip_ops ops = {
	.set = set,
};

static int probe(struct device *dev)
{
	add_chip(&ops);
	return 0;
}

struct device_driver driver = {
	.probe = probe,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a hint tells the context of an operation in a table of the driver
 * check-flags: --hints hint-slot.yaml
 * context: set: hardirq
 * domain: set: kernel
 * reason: set: ^root: called in hardirq context: struct chip_ops.set
 */
