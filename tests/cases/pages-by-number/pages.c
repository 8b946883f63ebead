// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/gfp.h>
#include <linux/delay.h>
#include <linux/platform_device.h>

static unsigned long page;

static ssize_t grow_store(struct device *d, struct device_attribute *a, const char *b, size_t n)
{
	if (page)
		free_page(page);
	msleep(2000);
	page = get_zeroed_page(GFP_KERNEL);
	return page ? n : -ENOMEM;
}
static DEVICE_ATTR_WO(grow);
static struct attribute *pages_attrs[] = { &dev_attr_grow.attr, NULL };
ATTRIBUTE_GROUPS(pages);
static struct platform_driver drv = { .driver = { .name = "pages", .dev_groups = pages_groups } };
static int __init pages_init(void)
{
	platform_device_register_simple("pages", -1, NULL, 0);
	return platform_driver_register(&drv);
}
module_init(pages_init);
MODULE_LICENSE("GPL");
