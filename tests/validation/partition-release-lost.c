// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

int switch_off(unsigned int port);

static int remove(struct device *dev)
{
	return switch_off(5);
}

struct device_driver driver = {
	.remove = remove,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a release that calls what nothing would do instead stays
 * domain: remove: kernel
 * reason: remove: ^no-failure: releases by switch_off\(\), which would not happen without the
 */
