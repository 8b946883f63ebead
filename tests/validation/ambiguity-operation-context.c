// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/pci_hotplug.h>

static int level;

static int change(struct hotplug_slot *slot)
{
	level++;
	return 0;
}

const struct hotplug_slot_ops operations = {
	.enable_slot = change,
};

MODULE_LICENSE("GPL");
/*
 * check-name: an operation that nothing is known of
 * check-settle: change
 * domain: change: kernel
 * context: change: unknown
 * ambiguity: context: process
 */
