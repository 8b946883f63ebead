// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/platform_device.h>

static int on_probe(struct platform_device *p0)
{
	return 0;
}

static int on_remove(struct platform_device *p0)
{
	return 0;
}

static void on_remove_new(struct platform_device *p0)
{
}

static void on_shutdown(struct platform_device *p0)
{
}

static int on_suspend(struct platform_device *p0, pm_message_t p1)
{
	return 0;
}

static int on_resume(struct platform_device *p0)
{
	return 0;
}

struct platform_driver table = {
	.probe = on_probe,
	.remove = on_remove,
	.remove_new = on_remove_new,
	.shutdown = on_shutdown,
	.suspend = on_suspend,
	.resume = on_resume,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct platform_driver
 * context: on_probe: process
 * context: on_remove: process
 * context: on_remove_new: process
 * context: on_shutdown: process
 * context: on_suspend: process
 * context: on_resume: process
 */
