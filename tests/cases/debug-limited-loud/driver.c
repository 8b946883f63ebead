// SPDX-License-Identifier: GPL-2.0-only
#define DEBUG
#include <linux/hid.h>
#include <linux/module.h>
#include <linux/net.h>
#include <linux/platform_device.h>

struct chip {
	struct hid_device *hid;
	u8 level;
};

static int chip_probe(struct platform_device *pdev)
{
	struct chip *chip = devm_kzalloc(&pdev->dev, sizeof(*chip), GFP_KERNEL);

	if (!chip)
		return -ENOMEM;
	dev_dbg_ratelimited(&pdev->dev, "level %u\n", chip->level);
	pr_debug_ratelimited("level %u\n", chip->level);
	net_dbg_ratelimited("level %u\n", chip->level);
	print_hex_dump_debug("level ", DUMP_PREFIX_NONE, 16, 1, &chip->level, 1, true);
	if (chip->hid)
		hid_dbg(chip->hid, "level %u\n", chip->level);
	platform_set_drvdata(pdev, chip);
	return 0;
}

static int chip_remove(struct platform_device *pdev)
{
	dev_dbg(&pdev->dev, "gone\n");
	return 0;
}

static struct platform_driver chip_driver = {
	.probe = chip_probe,
	.remove = chip_remove,
	.driver = { .name = "chip" },
};
module_platform_driver(chip_driver);
MODULE_LICENSE("GPL");
