// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/device/bus.h>

static int on_match(struct device *p0, struct device_driver *p1)
{
	return 0;
}

static int on_uevent(struct device *p0, struct kobj_uevent_env *p1)
{
	return 0;
}

static int on_probe(struct device *p0)
{
	return 0;
}

static void on_sync_state(struct device *p0)
{
}

static void on_remove(struct device *p0)
{
}

static void on_shutdown(struct device *p0)
{
}

static int on_online(struct device *p0)
{
	return 0;
}

static int on_offline(struct device *p0)
{
	return 0;
}

static int on_suspend(struct device *p0, pm_message_t p1)
{
	return 0;
}

static int on_resume(struct device *p0)
{
	return 0;
}

static int on_num_vf(struct device *p0)
{
	return 0;
}

static int on_dma_configure(struct device *p0)
{
	return 0;
}

static void on_dma_cleanup(struct device *p0)
{
}

struct bus_type table = {
	.match = on_match,
	.uevent = on_uevent,
	.probe = on_probe,
	.sync_state = on_sync_state,
	.remove = on_remove,
	.shutdown = on_shutdown,
	.online = on_online,
	.offline = on_offline,
	.suspend = on_suspend,
	.resume = on_resume,
	.num_vf = on_num_vf,
	.dma_configure = on_dma_configure,
	.dma_cleanup = on_dma_cleanup,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct bus_type
 * context: on_match: process
 * context: on_uevent: process
 * context: on_probe: process
 * context: on_sync_state: process
 * context: on_remove: process
 * context: on_shutdown: process
 * context: on_online: process
 * context: on_offline: process
 * context: on_suspend: process
 * context: on_resume: process
 * context: on_num_vf: process
 * context: on_dma_configure: process
 * context: on_dma_cleanup: process
 */
