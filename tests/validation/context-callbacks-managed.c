// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

/* With as many parameters as the real ones have; only the callbacks are typed. */
void __devres_alloc_node(int (*p0)(void *));
void devres_destroy(long p0, int (*p1)(void *));
void devres_release(long p0, int (*p1)(void *));
void devm_add_action(long p0, int (*p1)(void *), long p2);
void devm_add_action_or_reset(long p0, int (*p1)(void *), long p2);
void __platform_create_bundle(long p0, int (*p1)(void *), long p2, long p3, long p4, long p5,
	long p6);
void __platform_driver_probe(long p0, int (*p1)(void *), long p2);

static int devres_alloc_node_0(void *data)
{
	return 0;
}

static int devres_destroy_1(void *data)
{
	return 0;
}

static int devres_release_1(void *data)
{
	return 0;
}

static int devm_add_action_1(void *data)
{
	return 0;
}

static int devm_add_action_or_reset_1(void *data)
{
	return 0;
}

static int platform_create_bundle_1(void *data)
{
	return 0;
}

static int platform_driver_probe_1(void *data)
{
	return 0;
}

static long control(struct file *file, unsigned int command, unsigned long argument)
{
	__devres_alloc_node(devres_alloc_node_0);
	devres_destroy(0, devres_destroy_1);
	devres_release(0, devres_release_1);
	devm_add_action(0, devm_add_action_1, 0);
	devm_add_action_or_reset(0, devm_add_action_or_reset_1, 0);
	__platform_create_bundle(0, platform_create_bundle_1, 0, 0, 0, 0, 0);
	__platform_driver_probe(0, platform_driver_probe_1, 0);
	return 0;
}

const struct file_operations operations = {
	.unlocked_ioctl = control,
};

MODULE_LICENSE("GPL");
/*
 * check-name: callbacks: device resources and drivers that are probed once
 * context: devres_alloc_node_0: process
 * context: devres_destroy_1: process
 * context: devres_release_1: process
 * context: devm_add_action_1: process
 * context: devm_add_action_or_reset_1: process
 * context: platform_create_bundle_1: process
 * context: platform_driver_probe_1: process
 */
