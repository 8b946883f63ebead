// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/slab.h>

struct chip { u32 levels[4]; };
static struct chip chip;
static u32 gain[4] = { 1, 1, 1, 1 };

static long chip_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	u32 i = command & 3;

	if (gain[i] == argument)
		return -EALREADY;
	gain[i] = argument;
	chip.levels[i] = gain[i];
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
