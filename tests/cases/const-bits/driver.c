// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>

struct chip {
	const u32 revision : 4;
	u32 level : 28;
};
static struct chip chip = { .revision = 3 };

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct chip *c = &chip;

	if (argument > c->revision)
		return -EINVAL;
	c->level = argument;
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
