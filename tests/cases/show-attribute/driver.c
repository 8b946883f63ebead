// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/debugfs.h>
#include <linux/seq_file.h>

static struct chip { u32 level; } chip;
static struct dentry *dir;

static int chip_show(struct seq_file *s, void *unused)
{
	seq_printf(s, "%u\n", chip.level);
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(chip);

static int chip_probe(struct platform_device *pdev)
{
	dir = debugfs_create_dir("chip", NULL);
	debugfs_create_file("state", 0444, dir, &chip, &chip_fops);
	return 0;
}

static struct platform_driver chip_driver = {
	.probe = chip_probe,
	.driver = { .name = "chip" },
};
module_platform_driver(chip_driver);
MODULE_LICENSE("GPL");
