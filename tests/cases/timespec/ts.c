// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/ktime.h>
#include <linux/platform_device.h>

static ktime_t since;

static ssize_t age_show(struct device *d, struct device_attribute *a, char *b)
{
	struct timespec64 ts = ktime_to_timespec64(since);

	return sprintf(b, "%lld\n", ts.tv_sec);
}
static DEVICE_ATTR_RO(age);
static int t_probe(struct platform_device *pd)
{
	return device_create_file(&pd->dev, &dev_attr_age);
}
static struct platform_driver t_driver = { .probe = t_probe, .driver = { .name = "ts" } };
module_platform_driver(t_driver);
MODULE_LICENSE("GPL");
