// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/io.h>
#include <linux/platform_device.h>

static unsigned long base = 0xfed00000;

static ssize_t v_store(struct device *d, struct device_attribute *a, const char *b, size_t n)
{
	void __iomem *port = (void __iomem *)base;

	iowrite8(b[0], port);
	return n;
}
static DEVICE_ATTR_WO(v);
static int v_probe(struct platform_device *pd) { return device_create_file(&pd->dev, &dev_attr_v); }
static struct platform_driver v_driver = { .probe = v_probe, .driver = { .name = "v" } };
static int __init v_init(void)
{
	platform_device_register_simple("v", -1, NULL, 0);
	base = (unsigned long)ioremap(base, 64);
	return base ? platform_driver_register(&v_driver) : -ENOMEM;
}
module_init(v_init);
MODULE_LICENSE("GPL");
