// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/timer.h>

struct box { struct timer_list tick; int n; };

static void on_tick(struct timer_list *t)
{
	struct box *b = from_timer(b, t, tick);

	b->n++;
}

static int box_probe(struct platform_device *pd)
{
	struct box *b = kzalloc(sizeof(*b), GFP_KERNEL);

	if (!b)
		return -ENOMEM;
	platform_set_drvdata(pd, b);
	timer_setup(&b->tick, on_tick, 0);
	return 0;
}
static struct platform_driver box_driver = { .probe = box_probe, .driver = { .name = "box" } };
module_platform_driver(box_driver);
MODULE_LICENSE("GPL");
