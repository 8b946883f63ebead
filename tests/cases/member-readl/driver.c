// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/io.h>

struct chip;
struct bus { u32 (*readl)(struct chip *c, u32 reg); void (*writel)(u32 value, u32 reg); };
struct chip { const struct bus *bus; u32 level; };
static u32 soft_readl(struct chip *c, u32 reg) { return c->level + reg; }
static void soft_writel(u32 value, u32 reg) { }
static const struct bus soft_bus = { .readl = soft_readl, .writel = soft_writel };
static struct chip chip = { .bus = &soft_bus };

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct chip *c = &chip;

	c->level = c->bus->readl(c, argument);
	c->bus->writel(c->level, 4);
	return 0;
}

static const struct file_operations chip_fops = {
	.owner = THIS_MODULE,
	.unlocked_ioctl = chip_ioctl,
};
static struct miscdevice chip_misc = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "chip",
	.fops = &chip_fops,
};
module_misc_device(chip_misc);
MODULE_LICENSE("GPL");
