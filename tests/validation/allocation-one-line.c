// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

struct box {
	int n;
	char *text;
};

static int probe(struct platform_device *pdev)
{
	struct box *box = kzalloc(sizeof(*box), GFP_KERNEL); char *text = kmalloc(64, GFP_KERNEL);

	if (!box)
		return -ENOMEM;
	box->text = text;
	platform_set_drvdata(pdev, box);
	return 0;
}

static int probe_two(struct platform_device *pdev)
{
	struct box *box = kzalloc(sizeof(*box), GFP_KERNEL);

	if (!box)
		return -ENOMEM;
	box->text = kmalloc(64, GFP_KERNEL);
	platform_set_drvdata(pdev, box);
	return 0;
}

static struct platform_driver driver = {
	.probe = probe,
	.driver = { .name = "one" },
};
static struct platform_driver driver_two = {
	.probe = probe_two,
	.driver = { .name = "two" },
};

static int __init both_init(void)
{
	return platform_driver_register(&driver) ?: platform_driver_register(&driver_two);
}
module_init(both_init);
MODULE_LICENSE("GPL");
/*
 * check-name: two allocations in one line cannot be told apart
 * domain: probe: kernel
 * reason: probe: allocates memory of two kinds in line 13
 * domain: probe_two: user
 */
