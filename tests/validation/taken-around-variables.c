// SPDX-License-Identifier: GPL-2.0-only
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>

struct gauge {
	struct device_attribute attr;
	int index;
};

struct dial {
	struct device_attribute attr;
	int index;
};

static ssize_t gauge_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%d\n", container_of(attr, struct gauge, attr)->index);
}

static ssize_t dial_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%d\n", container_of(attr, struct dial, attr)->index);
}

static struct gauge left = { __ATTR(left, 0444, gauge_show, NULL), 1 };
static struct gauge right[2] = {
	{ __ATTR(right, 0444, gauge_show, NULL), 2 },
	{ __ATTR(right2, 0444, gauge_show, NULL), 3 },
};
static struct dial one = { __ATTR(one, 0444, dial_show, NULL), 1 };

int gauges(struct device *dev);
int gauges(struct device *dev)
{
	struct dial *more = kzalloc(sizeof(*more), GFP_ATOMIC);

	if (!more || device_create_file(dev, &left.attr) ||
	    device_create_file(dev, &right[0].attr) || device_create_file(dev, &right[1].attr))
		return -EIO;
	more->attr = one.attr;
	return device_create_file(dev, &more->attr);
}

MODULE_LICENSE("GPL");
/*
 * check-name: around a member, a record is found where all such are variables: addresses tell
 * domain: gauge_show: user
 * domain: dial_show: kernel
 * reason: dial_show: finds a struct dial around a struct device_attribute
 */
