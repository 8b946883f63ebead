// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct chip {
	void *buffer;
};
static struct chip chip;

static int probe(struct device *dev)
{
	chip.buffer = kmalloc(16, GFP_KERNEL);
	return chip.buffer ? 0 : -ENOMEM;
}

static int remove(struct device *dev)
{
	kfree(chip.buffer);
	return 0;
}

struct device_driver driver = {
	.probe = probe,
	.remove = remove,
};

MODULE_LICENSE("GPL");
/*
 * check-name: a release moves if all that it releases is known to be undone without it
 * domain: probe: user
 * domain: remove: user
 */
