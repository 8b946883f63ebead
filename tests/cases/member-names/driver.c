// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/spinlock.h>
#include <linux/timer.h>

#include <linux/io.h>
#include <linux/slab.h>

struct chip;
struct ops {
	void (*writel)(struct chip *c, u32 value, u32 reg);
	void (*writeb)(u8 value);
	int (*__raw_writel)(u32 value, u32 reg);
	void (*kfree)(struct chip *c);
	void (*vfree)(const void *p);
};
struct chip {
	const struct ops *ops;
	void __iomem *regs;
	u32 level : 12, writeq : 4;
	unsigned long jiffies;
};
static void soft_writel(struct chip *c, u32 value, u32 reg) { c->level = value + reg; }
static void soft_writeb(u8 value) { }
static int soft_raw(u32 value, u32 reg) { return value + reg; }
static void soft_free(struct chip *c) { c->level = 0; }
static void soft_vfree(const void *p) { }
static const struct ops soft_ops = {
	.writel = soft_writel,
	.writeb = soft_writeb,
	.__raw_writel = soft_raw,
	.kfree = soft_free,
	.vfree = soft_vfree,
};
static struct chip chip = { .ops = &soft_ops };

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	void (*writew)(u8 value) = soft_writeb;
	struct chip *c = &chip;

	c->ops->writel(c, c->level, argument);
	c->ops->writeb(c->level);
	c->ops->kfree(c);
	c->ops->vfree(NULL);
	writew(3);
	c->writeq = argument;
	c->jiffies = jiffies;
	if (c->regs) {
		writel(c->level, c->regs);
		writel_relaxed(c->writeq, c->regs + 4);
		writeb(argument ? 1 : 0, c->regs + 8);
		writeq(argument, c->regs + 16);
		__raw_writew(argument, c->regs + 24);
	}
	return c->ops->__raw_writel(argument, 4);
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
