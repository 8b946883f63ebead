// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

void keep(unsigned long cookie);

static int elsewhere(void)
{
	return 0;
}

static int probe(struct device *dev)
{
	keep((unsigned long)elsewhere);
	return 0;
}

struct device_driver driver = {
	.probe = probe,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a function whose address goes anywhere may run in any context
 * context: elsewhere: unknown
 * domain: elsewhere: kernel
 * reason: elsewhere: not known
 */
