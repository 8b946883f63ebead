// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <defs.h>

struct chip {
	u32 level;
	u32 limit;
};
static struct chip chip;

static int chip_set(struct chip *c, u32 value)
{
	if (value > CHIP_LIMIT)
		return -EINVAL;
	c->level = value;
	return 0;
}

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	return chip_set(&chip, argument);
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
