// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/platform_device.h>

static int twice;

#ifdef CONFIG_64BIT
static int stays(int n)
{
	int m = n * 2;
#else
static int stays(long n)
{
	int m = n;
#endif
	twice = m;
	return m;
}

static ssize_t t_show(struct device *d, struct device_attribute *a, char *b)
{
	return sprintf(b, "%d\n", twice);
}
static DEVICE_ATTR_RO(t);

static int t_probe(struct platform_device *pd)
{
	return device_create_file(&pd->dev, &dev_attr_t);
}
static struct platform_driver t_driver = { .probe = t_probe, .driver = { .name = "t" } };

static int __init t_init(void)
{
	return stays(2) ? platform_driver_register(&t_driver) : -EIO;
}
module_init(t_init);
MODULE_LICENSE("GPL");
