// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>

struct chip { char level; };
static struct chip chip;
static int chip_test[((char)-1) > 0 ? 1 : -1];

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	chip.level = argument;
	chip_test[0] = argument;
	return chip.level < 0 ? -EINVAL : 0;
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
