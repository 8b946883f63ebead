// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/timer.h>
#include <linux/platform_device.h>

static unsigned int hits, total;	/* both counted by the timer */
static unsigned int taken;		/* what was taken off hits */
static struct timer_list tick;

static void on_tick(struct timer_list *t)
{
	hits++;
	total++;
	mod_timer(t, jiffies + 1);
}
static ssize_t take_store(struct device *d, struct device_attribute *a, const char *b, size_t n)
{
	hits -= n;
	taken += n;
	return n;
}
static ssize_t take_show(struct device *d, struct device_attribute *a, char *b)
{
	return sprintf(b, "hits+taken %u total %u\n", hits + taken, total);
}
static DEVICE_ATTR_RW(take);
static struct attribute *tally_attrs[] = { &dev_attr_take.attr, NULL };
ATTRIBUTE_GROUPS(tally);
static struct platform_driver drv = { .driver = { .name = "tally", .dev_groups = tally_groups } };
static int __init tally_init(void)
{
	timer_setup(&tick, on_tick, 0);
	mod_timer(&tick, jiffies + 1);
	platform_device_register_simple("tally", -1, NULL, 0);
	return platform_driver_register(&drv);
}
module_init(tally_init);
MODULE_LICENSE("GPL");
