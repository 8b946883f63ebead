// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/interrupt.h>
#include <linux/platform_device.h>
#include <linux/gfp.h>

struct box { void *page; };
static struct box box;

static irqreturn_t box_irq(int irq, void *p)
{
	atomic_inc((atomic_t *)box.page + 3);
	return IRQ_HANDLED;
}

static ssize_t hits_show(struct device *d, struct device_attribute *a, char *b)
{
	return sprintf(b, "%d\n", atomic_read((atomic_t *)box.page + 3));
}
static DEVICE_ATTR_RO(hits);

static int box_probe(struct platform_device *pd)
{
	int r;

	box.page = (void *)get_zeroed_page(GFP_KERNEL);
	if (!box.page)
		return -ENOMEM;
	r = request_irq(5, box_irq, IRQF_SHARED, "box", &box);
	if (r) {
		free_page((unsigned long)box.page);
		return r;
	}
	return device_create_file(&pd->dev, &dev_attr_hits);
}
static struct platform_driver box_driver = { .probe = box_probe, .driver = { .name = "box" } };
module_platform_driver(box_driver);
MODULE_LICENSE("GPL");
