// SPDX-License-Identifier: GPL-2.0-only
#include <linux/hid.h>
#include <linux/jump_label.h>
#include <linux/module.h>
#include <linux/net.h>
#include <linux/platform_device.h>

static DEFINE_STATIC_KEY_FALSE(fast);

static int report(struct device *dev, const void *bytes)
{
	dev_dbg_ratelimited(dev, "a %d\n", 1);
	pr_debug_ratelimited("b %d\n", 2);
	net_dbg_ratelimited("c %d\n", 3);
	print_hex_dump_debug("d", DUMP_PREFIX_NONE, 16, 1, "abc", 3, true);
	return 0;
}

static int described(struct hid_device *hid)
{
	hid_dbg(hid, "by a macro of a subsystem\n");
	return 0;
}

static int quick(struct device *dev)
{
	if (static_branch_unlikely(&fast))
		return 3;
	return 0;
}

static int probe(struct platform_device *pdev)
{
	return report(&pdev->dev, pdev) + quick(&pdev->dev);
}

static int remove(struct platform_device *pdev)
{
	dev_dbg(&pdev->dev, "gone\n");
	dev_dbg_ratelimited(&pdev->dev, "gone\n");
	return 0;
}

static struct platform_driver debug_driver = {
	.probe = probe,
	.remove = remove,
	.driver = { .name = "debug" },
};
module_platform_driver(debug_driver);

int (*const functions[])(struct hid_device *hid) = { described };
MODULE_LICENSE("GPL");
/*
 * check-name: debug messages of all kinds are none in a user half, other static keys stay
 * domain: report: user
 * domain: remove: user
 * domain: quick: kernel
 * reason: quick: arch_static_branch
 * no-reason: described: arch_static_branch
 */
