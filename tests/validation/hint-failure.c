// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct net_device;

void keep(unsigned int (*callback)(struct net_device *dev));

static unsigned int level(struct net_device *dev)
{
	return 7;
}

static int probe(struct device *dev)
{
	keep(level);
	return 0;
}

struct device_driver driver = {
	.probe = probe,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a hint says what to return when nobody answers, and in which context
 * check-flags: --hints hint-failure.yaml
 * context: level: process
 * domain: level: user
 * no-ambiguity: .
 */
